package io.github.mgsjaxrs.offline;

import java.io.IOException;

/** The bytes of one package, which do not change while it is read. */
interface PackageBytes {

  long length();

  /** Reads so many bytes at a position; there are as many. */
  void read(long position, byte[] target, int from, int count) throws IOException;

  /** The bytes of a part that is known to be short. */
  default byte[] part(long position, int count) throws IOException {
    byte[] part = new byte[count];
    read(position, part, 0, count);
    return part;
  }
}
