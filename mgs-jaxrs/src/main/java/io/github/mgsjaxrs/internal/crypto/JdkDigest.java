package io.github.mgsjaxrs.internal.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** A digest of the JDK; SM3 is Bouncy Castle's. */
public final class JdkDigest {

  /** What the gateway hashes bodies with, and texts behind a salt. */
  public static final JdkDigest MD5 = new JdkDigest("MD5");

  public static final JdkDigest SHA_256 = new JdkDigest("SHA-256");

  private final String name;

  /** It takes nothing, and is only copied: to look for a provider each time costs more. */
  private final @Nullable MessageDigest unused;

  private JdkDigest(String name) {
    this.name = name;
    this.unused = found(name);
  }

  private static @Nullable MessageDigest found(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException absent) {
      return null;
    }
  }

  /**
   * Has a JVM without it fail at the start, not at the first request.
   *
   * @param instead what is to be changed
   * @throws IllegalStateException if this JVM has none
   */
  public void require(String instead) {
    if (unused == null) {
      throw new IllegalStateException(
          "This JVM has no " + name + " (a FIPS provider list leaves it out): " + instead);
    }
  }

  /**
   * A digest for whoever asks alone.
   *
   * @return one that has taken nothing yet
   * @throws IllegalStateException if this JVM has none
   */
  public MessageDigest fresh() {
    MessageDigest copied = unused == null ? null : copied(unused);
    MessageDigest fresh = copied == null ? found(name) : copied;
    if (fresh == null) {
      throw new IllegalStateException(
          "This JVM has no "
              + name
              + " (a FIPS provider list leaves it out): add a provider of it");
    }
    return fresh;
  }

  private static @Nullable MessageDigest copied(MessageDigest unused) {
    try {
      return (MessageDigest) unused.clone();
    } catch (CloneNotSupportedException ofAnotherProvider) {
      return null;
    }
  }

  /**
   * The digest of some bytes.
   *
   * @param bytes all of them
   * @return as many bytes as it always has
   */
  public byte[] of(byte[] bytes) {
    return fresh().digest(bytes);
  }
}
