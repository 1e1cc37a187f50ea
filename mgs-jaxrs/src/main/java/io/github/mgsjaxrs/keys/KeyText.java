package io.github.mgsjaxrs.keys;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.crypto.SignatureAlgorithm;
import java.security.PublicKey;

/** Reads a public key out of text. */
public final class KeyText {

  private KeyText() {}

  public static PublicKey publicKey(String text, SignatureAlgorithm rsaOrSm2) {
    throw new MgsConfigurationException("not yet");
  }
}
