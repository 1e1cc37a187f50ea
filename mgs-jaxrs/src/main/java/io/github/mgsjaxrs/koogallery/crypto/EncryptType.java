package io.github.mgsjaxrs.koogallery.crypto;

import org.jspecify.annotations.Nullable;

/**
 * How KooGallery wants sensitive fields encrypted: the parameter {@code encryptType} of a request.
 *
 * <pre>{@code EncryptType.of("2") // AES_128}</pre>
 */
public enum EncryptType {
  /** {@code 1}, and where the parameter is missing: AES with a key of 256 bits. */
  AES_256("1", 32),
  /** {@code 2}: AES with a key of 128 bits. */
  AES_128("2", 16);

  private final String parameter;
  private final int keyBytes;

  EncryptType(String parameter, int keyBytes) {
    this.parameter = parameter;
    this.keyBytes = keyBytes;
  }

  /**
   * What a request asks for.
   *
   * @param parameter the value of {@code encryptType}, or null where the request has none
   * @return {@link #AES_256} where it is null or empty
   * @throws IllegalArgumentException if it is anything but {@code 1} or {@code 2}: answer such a
   *     request with the result code 000002
   */
  public static EncryptType of(@Nullable String parameter) {
    if (parameter == null || parameter.isEmpty()) {
      return AES_256;
    }
    for (EncryptType type : values()) {
      if (type.parameter.equals(parameter)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "The encryptType is neither 1 (AES-256) nor 2 (AES-128): KooGallery knows no other");
  }

  /**
   * The value of the parameter.
   *
   * @return {@code 1} or {@code 2}
   */
  public String parameter() {
    return parameter;
  }

  int keyBytes() {
    return keyBytes;
  }
}
