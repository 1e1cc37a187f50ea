package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.SignatureAlgorithm;
import org.jspecify.annotations.Nullable;

/** What was met on the way to a verdict; there only where somebody listens. */
public final class VerdictMeasure {

  private static final long UNREAD = -1;

  private final long started;
  private @Nullable String keyId;
  private @Nullable SignatureAlgorithm algorithm;
  private long entityBytes = UNREAD;

  public VerdictMeasure(long started) {
    this.started = started;
  }

  public long started() {
    return started;
  }

  /** A key is there; its id is null where several are tried. */
  public void foundKey(@Nullable String id, SignatureAlgorithm of) {
    this.keyId = id;
    this.algorithm = of;
  }

  /** The entity was read, as far as it goes. */
  public void readEntity(long bytes) {
    this.entityBytes = bytes;
  }

  public @Nullable String keyId() {
    return keyId;
  }

  public @Nullable SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /** In bytes; -1 where nothing of it was asked for. */
  public long entityBytes() {
    return entityBytes;
  }
}
