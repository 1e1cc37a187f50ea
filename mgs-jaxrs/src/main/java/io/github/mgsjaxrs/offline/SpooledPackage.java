package io.github.mgsjaxrs.offline;

import java.io.EOFException;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;

/**
 * The library's own copy of a package. Whoever holds it closes it; the cleaner is the last resort.
 */
final class SpooledPackage implements PackageBytes, AutoCloseable {

  private final SpooledFile file;
  private final long length;
  private final Cleaner.Cleanable freeing;

  SpooledPackage(SpooledFile file, long length) {
    this.file = file;
    this.length = length;
    this.freeing = file.storage().cleaner().register(this, file);
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public void read(long position, byte[] target, int from, int count) throws IOException {
    int done = 0;
    while (done < count) {
      int read;
      try {
        read =
            file.channel()
                .read(ByteBuffer.wrap(target, from + done, count - done), position + done);
      } catch (ClosedByInterruptException interrupted) {
        throw new IOException("The thread was interrupted, which closed the package", interrupted);
      } catch (ClosedChannelException closed) {
        throw new IOException("The package was closed", closed);
      }
      if (read < 0) {
        throw new EOFException("The temporary file of a package was cut");
      }
      done += read;
    }
  }

  @Override
  public void close() {
    freeing.clean();
  }
}
