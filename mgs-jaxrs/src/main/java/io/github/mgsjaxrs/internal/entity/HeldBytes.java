package io.github.mgsjaxrs.internal.entity;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * What one entity takes of memory and disk. Kept apart from the entity itself, so that the cleaner
 * can free it when the entity was forgotten.
 */
public final class HeldBytes implements Runnable {

  private final EntityStorage storage;
  private long memory;
  private long disk;
  private @Nullable Closeable channel;

  public HeldBytes(EntityStorage storage) {
    this.storage = storage;
  }

  public synchronized boolean takeMemory(long bytes) {
    if (!storage.memory().reserve(bytes)) {
      return false;
    }
    memory += bytes;
    return true;
  }

  public synchronized void giveMemoryBack() {
    storage.memory().release(memory);
    memory = 0;
  }

  /** Makes sure that so many bytes may lie on disk. */
  public synchronized boolean takeDisk(long upTo) {
    long more = upTo - disk;
    if (more <= 0) {
      return true;
    }
    if (!storage.disk().reserve(more)) {
      return false;
    }
    disk += more;
    return true;
  }

  public synchronized boolean isNothing() {
    return memory == 0 && disk == 0 && channel == null;
  }

  public synchronized FileChannel open() throws IOException {
    FileChannel opened = storage.openTemporary();
    hold(opened);
    return opened;
  }

  /** Takes something open, to close it with all else. */
  synchronized void hold(Closeable opened) {
    channel = opened;
  }

  /** Frees everything; a second time does nothing. */
  @Override
  public synchronized void run() {
    giveMemoryBack();
    Closeable open = channel;
    channel = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException | RuntimeException failed) {
      // the request is over, and its answer no matter of a file
      storage.faults().met("A temporary file of mgs.temp-dir could not be closed", failed);
    } finally {
      storage.disk().release(disk);
      disk = 0;
    }
  }
}
