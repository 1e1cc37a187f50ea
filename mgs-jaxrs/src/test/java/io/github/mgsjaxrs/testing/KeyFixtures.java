package io.github.mgsjaxrs.testing;

import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.crypto.Sm2Parameters;
import io.github.mgsjaxrs.internal.slices.SchemeSlices;
import io.github.mgsjaxrs.keys.KeyParameters;
import io.github.mgsjaxrs.rpc.crypto.RpcKey;
import io.github.mgsjaxrs.rpc.crypto.RpcParameters;

/** What keys of every algorithm are made with. */
public final class KeyFixtures {

  /** The defaults of all. */
  public static final KeyParameters PARAMETERS =
      parameters(Sm2Parameters.DEFAULT, RpcParameters.DEFAULT);

  private KeyFixtures() {}

  public static KeyParameters parameters(Sm2Parameters sm2, RpcParameters rpc) {
    return new KeyParameters(
        sm2,
        (algorithm, secret) ->
            algorithm.scheme() == Scheme.RPC
                ? RpcKey.of(algorithm, secret, rpc)
                : SchemeSlices.of(algorithm.scheme()).key(algorithm, secret));
  }
}
