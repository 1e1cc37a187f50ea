package io.github.mgsjaxrs.keys;

import io.github.mgsjaxrs.crypto.AccessKey;
import io.github.mgsjaxrs.crypto.RpcKey;
import io.github.mgsjaxrs.crypto.RpcParameters;
import io.github.mgsjaxrs.crypto.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.Sm2Parameters;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.crypto.VerificationKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Objects;

/**
 * What all keys of a kind need to know beside themselves.
 *
 * @param sm2 the user id and the encodings of all SM2 keys ({@code mgs.sm2.*})
 * @param rpc how all RPC secrets sign ({@code mgs.rpc.md5-text}, {@code mgs.rpc.hmac-encoding})
 */
public record KeyParameters(Sm2Parameters sm2, RpcParameters rpc) {

  /** The defaults of both. */
  public static final KeyParameters DEFAULT =
      new KeyParameters(Sm2Parameters.DEFAULT, RpcParameters.DEFAULT);

  /** Checks that both are there. */
  public KeyParameters {
    Objects.requireNonNull(sm2, "sm2");
    Objects.requireNonNull(rpc, "rpc");
  }

  /** The key of a salt, a secret or an access key. */
  VerificationKey shared(SignatureAlgorithm algorithm, byte[] secret) {
    return switch (algorithm) {
      case MD5, SM3 -> TextKey.salted(algorithm, secret);
      case RPC_MD5, RPC_HMAC_SHA1 -> RpcKey.of(algorithm, secret, rpc);
      case KOOGALLERY -> AccessKey.of(secret);
      case RSA, SM2 ->
          throw new IllegalArgumentException(algorithm + " takes a public key and no secret");
    };
  }

  /** The key of a public key. */
  VerificationKey of(PublicKey key) {
    return key instanceof RSAPublicKey rsa ? TextKey.rsa(rsa) : TextKey.sm2(key, sm2);
  }
}
