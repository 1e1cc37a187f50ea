package io.github.mgsjaxrs.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What API Gateway's sample computes, by the JDK alone. */
public final class CaProxySignature {

  /** The secret of the published sample. */
  public static final String SECRET = "DemoSecret1";

  private CaProxySignature() {}

  public static byte[] hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The signature of a text that a test has written by hand. */
  public static String of(String text) {
    return of(SECRET, text);
  }

  public static String of(String secret, String text) {
    return Base64.getEncoder().encodeToString(hmac(secret, text));
  }
}
