package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.crypto.SignatureAlgorithm;
import org.jspecify.annotations.Nullable;

/** What was met on the way to a verdict; there only where somebody listens. */
final class Attempt {

  private static final long UNREAD = -1;

  private final long started;
  private @Nullable String keyId;
  private @Nullable SignatureAlgorithm algorithm;
  private long entityBytes = UNREAD;

  Attempt(long started) {
    this.started = started;
  }

  long started() {
    return started;
  }

  /** A key is there; its id is null where several are tried. */
  void foundKey(@Nullable String id, SignatureAlgorithm of) {
    this.keyId = id;
    this.algorithm = of;
  }

  /** The entity was read, as far as it goes. */
  void readEntity(long bytes) {
    this.entityBytes = bytes;
  }

  @Nullable String keyId() {
    return keyId;
  }

  @Nullable SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /** In bytes; -1 where nothing of it was asked for. */
  long entityBytes() {
    return entityBytes;
  }
}
