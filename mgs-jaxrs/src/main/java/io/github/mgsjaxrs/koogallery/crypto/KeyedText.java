package io.github.mgsjaxrs.koogallery.crypto;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Key and text of an HMAC, each with or without the access key in it. What explains a mismatch
 * writes down here how somebody may have signed, without ever seeing the access key.
 *
 * <pre>{@code
 * // as version 1 has it, but with the time in front
 * KeyedText text = new KeyedText(Place.BEHIND, time, Place.NOWHERE, message);
 * boolean signedLikeThis = accessKey.check(text, claimed) == SignatureCheck.VALID;
 * }</pre>
 *
 * @param inKey where the access key stands in the HMAC's key
 * @param key what else is in the HMAC's key; not copied
 * @param inText where the access key stands in the text
 * @param text what else is in the text; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // equality is that of the contents, see below
public record KeyedText(Place inKey, byte[] key, Place inText, byte[] text) {

  /** Where the access key stands. */
  public enum Place {
    /** In front of the rest. */
    BEFORE,
    /** At its end. */
    BEHIND,
    /** It is no part of it. */
    NOWHERE
  }

  /** Checks that all parts are there. */
  public KeyedText {
    Objects.requireNonNull(inKey, "inKey");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(inText, "inText");
    Objects.requireNonNull(text, "text");
  }

  byte[] hmacKey(byte[] accessKey) {
    return joined(inKey, accessKey, key);
  }

  byte[] hmacText(byte[] accessKey) {
    return joined(inText, accessKey, text);
  }

  private static byte[] joined(Place place, byte[] accessKey, byte[] rest) {
    return switch (place) {
      case BEFORE -> joined(accessKey, rest);
      case BEHIND -> joined(rest, accessKey);
      case NOWHERE -> rest;
    };
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeyedText that
        && inKey == that.inKey
        && inText == that.inText
        && Arrays.equals(key, that.key)
        && Arrays.equals(text, that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(inKey, inText, Arrays.hashCode(key), Arrays.hashCode(text));
  }

  /** Neither the text nor what is in the key. */
  @Override
  public String toString() {
    return "KeyedText[access key " + inKey + " in the key, " + inText + " in the text]";
  }
}
