package io.github.mgsjaxrs.backend.internal;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.internal.scheme.MarkMeaning;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import java.util.List;
import java.util.Set;

/** What {@link MgsSigned} asks for. */
public final class BackendMark implements MarkMeaning<MgsSigned> {

  @Override
  public Scheme scheme() {
    return Scheme.BACKEND;
  }

  @Override
  public Class<MgsSigned> type() {
    return MgsSigned.class;
  }

  @Override
  public Requirement requirement(MgsSigned mark) {
    return Requirement.ofKeys(Scheme.BACKEND, Set.copyOf(List.of(mark.keys())), mark.coverage());
  }
}
