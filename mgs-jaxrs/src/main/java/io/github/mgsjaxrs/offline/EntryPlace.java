package io.github.mgsjaxrs.offline;

/**
 * Where an entry's content lies, and what it has to be.
 *
 * @param deflated whether it is compressed
 * @param start its first byte in the package
 * @param compressed how many bytes it takes there
 * @param size how many bytes it has
 * @param crc their CRC-32
 */
record EntryPlace(boolean deflated, long start, long compressed, long size, long crc) {}
