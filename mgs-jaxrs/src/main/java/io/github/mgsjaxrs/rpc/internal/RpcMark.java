package io.github.mgsjaxrs.rpc.internal;

import io.github.mgsjaxrs.MgsRpcSigned;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.internal.scheme.MarkMeaning;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import java.util.List;
import java.util.Set;

/** What {@link MgsRpcSigned} asks for. */
public final class RpcMark implements MarkMeaning<MgsRpcSigned> {

  @Override
  public Scheme scheme() {
    return Scheme.RPC;
  }

  @Override
  public Class<MgsRpcSigned> type() {
    return MgsRpcSigned.class;
  }

  @Override
  public Requirement requirement(MgsRpcSigned mark) {
    return Requirement.ofKeys(Scheme.RPC, Set.copyOf(List.of(mark.keys())), mark.coverage())
        .answering(Set.copyOf(List.of(mark.operationTypes())));
  }
}
