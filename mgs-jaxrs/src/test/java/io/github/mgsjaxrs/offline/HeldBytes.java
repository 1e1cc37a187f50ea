package io.github.mgsjaxrs.offline;

/** A package in memory. */
record HeldBytes(byte[] bytes) implements PackageBytes {

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public void read(long position, byte[] target, int from, int count) {
    System.arraycopy(bytes, Math.toIntExact(position), target, from, count);
  }
}
