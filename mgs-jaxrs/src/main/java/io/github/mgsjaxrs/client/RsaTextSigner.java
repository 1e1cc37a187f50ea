package io.github.mgsjaxrs.client;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/** Base64 of SHA1withRSA. */
final class RsaTextSigner implements TextSigner {

  private final PrivateKey key;

  RsaTextSigner(PrivateKey key) {
    this.key = key;
  }

  @Override
  public String sign(byte[] text) {
    try {
      Signature signature = Signature.getInstance("SHA1withRSA");
      signature.initSign(key);
      signature.update(text);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException refused) {
      throw new IllegalStateException(
          "The RSA key cannot sign on this JVM: " + refused.getMessage(), refused);
    }
  }

  @Override
  public String toString() {
    return "RSA";
  }
}
