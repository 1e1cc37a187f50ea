package io.github.mgsjaxrs.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;

/**
 * The temporary file of one package. Kept apart from the package itself, so that the cleaner can
 * free it when the package was forgotten.
 */
final class SpooledFile implements Runnable {

  private final PackageStorage storage;
  private final FileChannel channel;
  private long reserved;

  SpooledFile(PackageStorage storage, FileChannel channel) {
    this.storage = storage;
    this.channel = channel;
  }

  PackageStorage storage() {
    return storage;
  }

  FileChannel channel() {
    return channel;
  }

  synchronized boolean reserve(long bytes) {
    if (!storage.disk().reserve(bytes)) {
      return false;
    }
    reserved += bytes;
    return true;
  }

  /** Frees everything; a second time does nothing. */
  @Override
  public synchronized void run() {
    try {
      channel.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      storage.disk().release(reserved);
      reserved = 0;
    }
  }
}
