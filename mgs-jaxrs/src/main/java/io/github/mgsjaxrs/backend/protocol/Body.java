package io.github.mgsjaxrs.backend.protocol;

import java.util.Objects;

/**
 * What the string to sign needs of a request's body.
 *
 * <p>Which of the kinds applies is told by {@link BodyTreatment}. Arrays are not copied: whoever
 * hands one over leaves it alone.
 */
public sealed interface Body {

  /**
   * How many bytes the body has.
   *
   * @return the length in bytes
   */
  long length();

  /** The bytes of a form; empty bytes are a form without fields. */
  @SuppressWarnings("ArrayRecordComponent") // identity is never asked for
  record Form(byte[] bytes) implements Body {
    /** Checks that the bytes are there. */
    public Form {
      Objects.requireNonNull(bytes, "bytes");
    }

    @Override
    public long length() {
      return bytes.length;
    }
  }

  /** A body that is signed through its MD5 (16 bytes); of length 0 if there is no body. */
  @SuppressWarnings("ArrayRecordComponent") // identity is never asked for
  record Hashed(long length, byte[] md5) implements Body {
    /** Checks that the digest is one. */
    public Hashed {
      if (md5.length != 16) {
        throw new IllegalArgumentException("An MD5 has 16 bytes, this one has " + md5.length);
      }
    }
  }

  /** A body that is not signed at all. */
  record Unsigned(long length) implements Body {}
}
