package io.github.mgsjaxrs.internal.entity;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.internal.settings.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes an entity in, within all limits, and hashes it on the way.
 *
 * <p>Bytes are kept in segments that are allocated as they come, never by what a client announces
 * alone; past the limit for memory, or when all requests together hold too much of it, they go to a
 * temporary file.
 */
public final class EntityBuffer implements AutoCloseable {

  private static final int SEGMENT = 64 * 1024;
  private static final int FIRST_SEGMENT = 8 * 1024;
  private static final int STAGING = 16 * 1024;
  private static final int MOST_EMPTY_READS = 1_000;
  private static final int DISK_STEP = 1024 * 1024;

  private final EntityStorage storage;
  private final long announced;
  private final @Nullable MessageDigest digest;
  private final HeldBytes held;
  private final List<byte[]> segments = new ArrayList<>(1);
  private @Nullable FileChannel channel;
  private byte[] current = new byte[0];
  private int filled;
  private long length;
  private long written;
  private boolean ended;
  private boolean handedOver;

  /**
   * An empty buffer.
   *
   * @param storage where bytes go
   * @param announced the announced length in bytes, or -1
   * @param digest what every byte is fed to, or null
   */
  public EntityBuffer(EntityStorage storage, long announced, @Nullable MessageDigest digest) {
    this.storage = storage;
    this.announced = announced;
    this.digest = digest;
    this.held = new HeldBytes(storage);
  }

  /**
   * Refuses what the announced length alone shows to be too much, before a byte is read. Nothing is
   * reserved by an announcement: it costs a client nothing, and many that then stall would keep
   * everybody else out.
   *
   * @throws RefusalException if the body is too large, or there is no room for it on disk
   */
  public void admit() throws RefusalException {
    if (announced > storage.limits().body()) {
      throw tooLarge(announced + " bytes are announced");
    }
    if (announced > storage.limits().memory() && !storage.disk().hasRoom(announced)) {
      throw diskFull();
    }
  }

  /**
   * Reads a stream to its end, after what was appended before.
   *
   * @param in the request's entity, or what is left of it
   * @throws RefusalException if it is too large, breaks off, or cannot be kept
   */
  public void readFrom(InputStream in) throws RefusalException {
    while (!ended) {
      if (filled == current.length) {
        if (mayBeAtEnd()) {
          if (atEnd(in)) {
            return;
          }
          continue; // one byte may have filled what there is
        }
        makeRoom();
      }
      int read = read(in, current, filled);
      if (read < 0) {
        return;
      }
      take(read);
    }
  }

  /**
   * Where no more bytes are expected, one is asked for before room is made for many; and before the
   * first one came, as a client may announce a body and send none of it.
   */
  private boolean mayBeAtEnd() {
    return length == announced || length == 0;
  }

  private boolean atEnd(InputStream in) throws RefusalException {
    byte[] one = new byte[1];
    if (read(in, one, 0) < 0) {
      return true;
    }
    byte next = one[0];
    if (length == 0 && takeSegment()) {
      current[0] = next;
    } else if (channel == null) {
      // kept before anything can fail: in report mode nothing that was read may be lost
      current = one;
      segments.add(current);
      filled = 0;
    } else {
      makeRoom();
      current[filled] = next;
    }
    take(1);
    return false;
  }

  /**
   * Reads at least one byte. Some streams give none for an empty piece, and where one byte is asked
   * for make a NUL of it, which was never sent.
   */
  private static int read(InputStream in, byte[] target, int from) throws RefusalException {
    try {
      for (int i = 0; i < MOST_EMPTY_READS; i++) {
        int read = in.read(target, from, target.length - from);
        if (read != 0) {
          return read;
        }
      }
    } catch (IOException | RuntimeException broken) {
      // some runtimes tell of a body that was cut by an unchecked exception
      throw brokenOff(broken);
    }
    throw brokenOff(new IOException("The stream of the entity gives nothing, and does not end"));
  }

  /**
   * Takes bytes that somebody else has read.
   *
   * @param bytes the bytes
   * @param from the first of them
   * @param count how many
   * @throws RefusalException if the entity is too large by now, or cannot be kept
   */
  public void append(byte[] bytes, int from, int count) throws RefusalException {
    int done = 0;
    while (done < count) {
      if (filled == current.length) {
        makeRoom();
      }
      int step = Math.min(count - done, current.length - filled);
      System.arraycopy(bytes, from + done, current, filled, step);
      take(step);
      done += step;
    }
  }

  /**
   * Takes bytes as far as they may stay in memory, so that it never blocks.
   *
   * @param bytes the bytes
   * @return how many of them were taken, from the first on; fewer than all where the limit of
   *     memory or of the body is reached
   */
  public int appendInMemory(byte[] bytes) {
    int most = (int) Math.min(bytes.length, storage.limits().body() - length);
    int done = 0;
    while (done < most && (filled < current.length || takeSegment())) {
      int step = Math.min(most - done, current.length - filled);
      System.arraycopy(bytes, done, current, filled, step);
      count(step);
      done += step;
    }
    return done;
  }

  /** Tells that all bytes were appended: there is nothing left to read. */
  public void end() {
    ended = true;
  }

  private void take(int count) throws RefusalException {
    count(count);
    if (length > storage.limits().body()) {
      throw tooLarge("more bytes came");
    }
  }

  private void count(int count) {
    if (digest != null) {
      digest.update(current, filled, count);
    }
    filled += count;
    length += count;
  }

  private void makeRoom() throws RefusalException {
    if (channel != null) {
      write(channel, current, filled);
      filled = 0;
    } else if (!takeSegment()) {
      spill();
    }
  }

  private boolean takeSegment() {
    int size = nextSegment();
    if (size <= 0 || !held.takeMemory(size)) {
      return false;
    }
    current = new byte[size];
    segments.add(current);
    filled = 0;
    return true;
  }

  /** The size of the next segment; 0 when the limit for memory is reached. */
  private int nextSegment() {
    long room = storage.limits().memory() - length;
    long unannounced = length < FIRST_SEGMENT ? FIRST_SEGMENT : SEGMENT;
    long wanted = announced > length ? announced - length : unannounced;
    return (int) Math.min(room, Math.min(wanted, SEGMENT));
  }

  private void spill() throws RefusalException {
    FileChannel file;
    try {
      file = held.open();
    } catch (IOException | SecurityException failed) {
      throw notKept(failed);
    }
    for (byte[] segment : segments) {
      write(file, segment, segment == current ? filled : segment.length);
    }
    channel = file;
    segments.clear();
    held.giveMemoryBack();
    current = new byte[STAGING];
    filled = 0;
  }

  /** Writes all of it, or counts none of it as written. */
  private void write(FileChannel file, byte[] bytes, int count) throws RefusalException {
    long end = written + count;
    long step = roundedUp(end);
    if (!held.takeDisk(end <= announced ? Math.min(step, announced) : step)) {
      throw diskFull();
    }
    ByteBuffer source = ByteBuffer.wrap(bytes, 0, count);
    try {
      while (source.hasRemaining()) {
        file.write(source, written + source.position());
      }
      written = end;
    } catch (IOException failed) {
      throw notKept(failed);
    }
  }

  private static long roundedUp(long bytes) {
    return (bytes + DISK_STEP - 1) / DISK_STEP * DISK_STEP;
  }

  public long length() {
    return length;
  }

  /**
   * Hands over what was taken in, all of it also where more could not be kept.
   *
   * @return the entity, which frees it when it is closed
   */
  public ReplayableEntity finish() {
    handedOver = true;
    if (channel == null) {
      return new ReplayableEntity(storage, held, List.copyOf(segments), null, 0, length);
    }
    try {
      write(channel, current, filled);
      current = new byte[0];
    } catch (RefusalException full) {
      // these few bytes stay in memory
      return new ReplayableEntity(storage, held, List.of(current), channel, written, length);
    }
    return new ReplayableEntity(storage, held, List.of(), channel, written, length);
  }

  /** Frees what was taken in, unless it was handed over. */
  @Override
  public void close() {
    if (!handedOver) {
      held.run();
    }
  }

  private RefusalException tooLarge(String found) {
    return new RefusalException(
        Rejection.BODY_TOO_LARGE,
        found + ", mgs.limits.body is " + Quantity.written(storage.limits().body()));
  }

  private RefusalException diskFull() {
    return new RefusalException(
        Rejection.UNAVAILABLE,
        "mgs.limits.total-disk is reached: "
            + storage.disk().used()
            + " of "
            + storage.disk().total()
            + " bytes are in use");
  }

  private static RefusalException brokenOff(Exception cause) {
    return new RefusalException(
        Rejection.ENTITY_INCOMPLETE, "the entity broke off: " + cause.getClass().getSimpleName());
  }

  private RefusalException notKept(Exception cause) {
    storage
        .faults()
        .met(
            "A request's entity cannot be kept in a temporary file, the request is answered 503: is"
                + " mgs.temp-dir writable, and is there room?",
            cause);
    return new RefusalException(
        Rejection.UNAVAILABLE, "the entity cannot be kept in a temporary file");
  }
}
