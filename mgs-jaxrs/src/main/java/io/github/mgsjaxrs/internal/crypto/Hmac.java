package io.github.mgsjaxrs.internal.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An HMAC of the JDK (RFC 2104). */
public final class Hmac {

  public static final Hmac SHA_1 = new Hmac("HmacSHA1");
  public static final Hmac SHA_256 = new Hmac("HmacSHA256");

  private final String name;

  private Hmac(String name) {
    this.name = name;
  }

  /**
   * One that waits for its secret.
   *
   * @throws IllegalStateException if this JVM has none
   */
  public Mac unkeyed() {
    return made(() -> Mac.getInstance(name));
  }

  /**
   * One with a secret.
   *
   * @param secret at least one byte
   * @return as new again after each {@code doFinal}
   * @throws IllegalStateException if this JVM has none, or it does not take the secret
   */
  public Mac keyed(byte[] secret) {
    return keyed(unkeyed(), secret);
  }

  /** The same of one that was made before, whatever its secret was. */
  public Mac keyed(Mac made, byte[] secret) {
    return made(
        () -> {
          made.init(new SecretKeySpec(secret, name));
          return made;
        });
  }

  private Mac made(Maker maker) {
    try {
      return maker.make();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JVM's " + name + " does not take the secret", e);
    }
  }

  @FunctionalInterface
  private interface Maker {
    Mac make() throws GeneralSecurityException;
  }
}
