package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.keys.KeyParameters;
import io.github.mgsjaxrs.koogallery.crypto.AccessKey;
import io.github.mgsjaxrs.rpc.crypto.RpcKey;
import io.github.mgsjaxrs.rpc.crypto.RpcParameters;

/**
 * The keys of what both sides share, each as its scheme has it.
 *
 * @param rpc how secrets of RPC sign
 */
record SecretKeys(RpcParameters rpc) implements KeyParameters.Secrets {

  @Override
  public VerificationKey key(SignatureAlgorithm algorithm, byte[] secret) {
    return switch (algorithm) {
      case MD5, SM3 -> TextKey.salted(algorithm, secret);
      case RPC_MD5, RPC_HMAC_SHA1 -> RpcKey.of(algorithm, secret, rpc);
      case KOOGALLERY -> AccessKey.of(secret);
      case RSA, SM2 ->
          throw new IllegalArgumentException(algorithm + " takes a public key and no secret");
    };
  }
}
