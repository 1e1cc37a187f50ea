package io.github.mgsjaxrs.testing;

import io.github.mgsjaxrs.crypto.Sm2Parameters;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.keys.KeyParameters;
import io.github.mgsjaxrs.koogallery.crypto.AccessKey;
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
            switch (algorithm) {
              case MD5, SM3 -> TextKey.salted(algorithm, secret);
              case RPC_MD5, RPC_HMAC_SHA1 -> RpcKey.of(algorithm, secret, rpc);
              case KOOGALLERY -> AccessKey.of(secret);
              case RSA, SM2 -> throw new IllegalArgumentException(algorithm + " takes no secret");
            });
  }
}
