package io.github.mgsjaxrs.offline;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The numbers in one record of a ZIP file: little-endian, without a sign. */
final class ZipFields {

  private final ByteBuffer bytes;

  ZipFields(byte[] record) {
    this(ByteBuffer.wrap(record));
  }

  private ZipFields(ByteBuffer record) {
    this.bytes = record.order(ByteOrder.LITTLE_ENDIAN);
  }

  int length() {
    return bytes.limit();
  }

  int u16(int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }

  long u32(int at) {
    return Integer.toUnsignedLong(bytes.getInt(at));
  }

  byte[] copy(int at, int count) {
    byte[] copy = new byte[count];
    bytes.get(at, copy);
    return copy;
  }

  ZipFields part(int at, int count) {
    return new ZipFields(bytes.slice(at, count));
  }
}
