package io.github.mgsjaxrs.offline;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The content of one entry, unpacked on the way. Its end is reached only where length, CRC-32 and
 * the end of the compressed content are all as the headers say.
 */
final class EntryStream extends InputStream {

  private static final int PIECE = 16 * 1024;

  private final PackageBytes bytes;
  private final EntryPlace place;
  private final @Nullable Inflater inflater;
  private final CRC32 crc = new CRC32();
  private final byte[] piece = new byte[PIECE];
  private long taken;
  private long given;
  private boolean ended;
  private boolean closed;

  EntryStream(PackageBytes bytes, EntryPlace place) {
    this.bytes = bytes;
    this.place = place;
    this.inflater = place.deflated() ? new Inflater(true) : null;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] target, int from, int count) throws IOException {
    Objects.checkFromIndexSize(from, count, target.length);
    if (closed) {
      throw new IOException("The stream was closed");
    }
    if (count == 0) {
      return 0;
    }
    if (ended) {
      return -1;
    }
    int read =
        inflater == null ? copy(target, from, count) : inflate(inflater, target, from, count);
    if (read < 0) {
      requireWhole();
      ended = true;
      return -1;
    }
    given += read;
    if (given > place.size()) {
      throw damaged("has more than the " + place.size() + " bytes that its header says");
    }
    crc.update(target, from, read);
    return read;
  }

  private int copy(byte[] target, int from, int count) throws IOException {
    int read = (int) Math.min(count, place.compressed() - taken);
    if (read == 0) {
      return -1;
    }
    bytes.read(place.start() + taken, target, from, read);
    taken += read;
    return read;
  }

  private int inflate(Inflater source, byte[] target, int from, int count) throws IOException {
    try {
      while (true) {
        int read = source.inflate(target, from, count);
        if (read > 0) {
          return read;
        }
        if (source.finished()) {
          if (taken != place.compressed() || source.getRemaining() != 0) {
            throw damaged("has bytes behind its compressed content");
          }
          return -1;
        }
        int more = (int) Math.min(PIECE, place.compressed() - taken);
        if (more == 0 || !source.needsInput()) {
          throw damaged("breaks off");
        }
        bytes.read(place.start() + taken, piece, 0, more);
        taken += more;
        source.setInput(piece, 0, more);
      }
    } catch (DataFormatException malformed) {
      throw damaged("is not deflated: " + malformed.getMessage());
    }
  }

  private void requireWhole() throws RefusedPackageException {
    if (given != place.size() || crc.getValue() != place.crc()) {
      throw damaged("has another length or CRC-32 than its header says");
    }
  }

  private static RefusedPackageException damaged(String found) {
    return RefusedPackageException.invalid("the content of an entry " + found);
  }

  @Override
  public void close() {
    closed = true;
    if (inflater != null) {
      inflater.end();
    }
  }
}
