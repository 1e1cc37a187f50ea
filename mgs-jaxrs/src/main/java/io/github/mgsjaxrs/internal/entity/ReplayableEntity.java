package io.github.mgsjaxrs.internal.entity;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity that was read and can be read again, by the resource.
 *
 * <p>What it holds is freed when the stream that the resource got is closed, when the response is
 * complete, or at the latest when nobody refers to it any more.
 */
public final class ReplayableEntity implements AutoCloseable {

  /** As much is copied at a time where more than one copy is needed. */
  private static final int PIECE = 16 * 1024;

  private final List<byte[]> segments;
  private final @Nullable FileChannel channel;
  private final long inFile;
  private final long length;
  private final Cleaner.Cleanable freeing;
  private volatile boolean lasting;
  private volatile boolean closed;

  public ReplayableEntity(
      EntityStorage storage,
      HeldBytes held,
      List<byte[]> segments,
      @Nullable FileChannel channel,
      long inFile,
      long length) {
    this.segments = segments;
    this.channel = channel;
    this.inFile = inFile;
    this.length = length;
    // most requests have no entity, and hold nothing
    this.freeing = held.isNothing() ? held::run : storage.cleaner().register(this, held);
  }

  public long length() {
    return length;
  }

  /** Whether reading it means reading a file. */
  public boolean onDisk() {
    return channel != null;
  }

  /**
   * All bytes in one array, for the parser of forms.
   *
   * @return the bytes, not to be changed
   * @throws IOException if the temporary file cannot be read
   */
  public byte[] bytes() throws IOException {
    if (segments.size() == 1 && segments.get(0).length == length) {
      return segments.get(0);
    }
    byte[] all = new byte[Math.toIntExact(length)];
    int done = 0;
    while (done < all.length) {
      done += read(done, all, done, all.length - done);
    }
    return all;
  }

  /**
   * A stream over the whole entity; closing it frees the entity, unless that has to outlast it.
   *
   * @return a stream at its beginning
   */
  public InputStream replay() {
    return new ReplayStream(this);
  }

  /** Reads at least one byte at a position before the end. */
  public int read(long position, byte[] target, int from, int count) throws IOException {
    requireOpen();
    if (channel == null || position >= inFile) {
      return readSegment(position, target, from, (int) Math.min(count, length - position));
    }
    return readFile(channel, position, target, from, (int) Math.min(count, inFile - position));
  }

  /** The bytes from a position on, in an array that nobody else has. */
  public byte[] copy(long position, int count) throws IOException {
    requireOpen();
    if (channel == null && segments.size() == 1) {
      return Arrays.copyOfRange(segments.get(0), (int) position, (int) position + count);
    }
    byte[] copy = new byte[count];
    int done = 0;
    while (done < count) {
      done += read(position + done, copy, done, count - done);
    }
    return copy;
  }

  /**
   * Writes at least one byte from a position before the end.
   *
   * <p>The JDK's own array stream copies what it is given, and keeps nothing of it: it gets the
   * kept array, any other stream a copy in pieces, as it might change what is read again.
   *
   * @return how many bytes were written
   */
  public long write(long position, long count, OutputStream out) throws IOException {
    requireOpen();
    if (out.getClass() == ByteArrayOutputStream.class && channel == null && segments.size() == 1) {
      out.write(segments.get(0), (int) position, (int) count);
      return count;
    }
    byte[] piece = new byte[(int) Math.min(PIECE, count)];
    long done = 0;
    while (done < count) {
      int read = read(position + done, piece, 0, (int) Math.min(piece.length, count - done));
      out.write(piece, 0, read);
      done += read;
    }
    return done;
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("The request's entity was closed");
    }
  }

  private int readSegment(long position, byte[] target, int from, int wanted) {
    long start = inFile;
    for (byte[] segment : segments) {
      if (position < start + segment.length) {
        int offset = (int) (position - start);
        int read = Math.min(wanted, segment.length - offset);
        System.arraycopy(segment, offset, target, from, read);
        return read;
      }
      start += segment.length;
    }
    throw new IllegalStateException("No byte at " + position + " of " + length);
  }

  private static int readFile(FileChannel file, long position, byte[] target, int from, int wanted)
      throws IOException {
    int read = file.read(ByteBuffer.wrap(target, from, wanted), position);
    if (read <= 0) {
      throw new EOFException("The temporary file of a request's entity was cut");
    }
    return read;
  }

  /** Keeps it past the end of a reader's stream, until the response is complete. */
  public void outlastStreams() {
    lasting = true;
  }

  public void streamClosed() {
    if (!lasting) {
      close();
    }
  }

  @Override
  public void close() {
    closed = true;
    freeing.clean();
  }
}
