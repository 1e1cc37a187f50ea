package io.github.mgsjaxrs.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes ZIP files byte by byte, right ones and all kinds of wrong ones. */
public final class ZipForge {

  public final List<Entry> entries = new ArrayList<>();
  public byte[] before = {};
  public byte[] beforeDirectory = {};
  public byte[] afterDirectory = {};
  public byte[] comment = {};
  public byte[] behind = {};
  public int countMore;
  public int countHereMore;
  public int disk;
  public int directoryDisk;
  public long directoryLengthMore;
  public long directoryOffsetMore;
  public long endSignature = 0x06054b50L;

  /** One side of an entry: its local header, or its description in the central directory. */
  public static final class Side {
    public long signature;
    public int version = 20;
    public int flags;
    public int method;
    public long crc;
    public long compressed;
    public long size;
    public String name = "";
    public byte[] extra = {};
  }

  public static final class Entry {
    public final Side local = new Side();
    public final Side central = new Side();
    public byte[] stored = {};
    public byte[] descriptor = {};
    public byte[] gap = {};
    public byte[] comment = {};
    public long attributes;
    public long offsetMore;
    public int disk;
    public boolean missingInDirectory;
    public boolean missingContent;

    /** Both sides. */
    public List<Side> sides() {
      return List.of(local, central);
    }
  }

  /** A stored file. */
  public ZipForge file(String name, String content) {
    add(name, content.getBytes(UTF_8), false);
    return this;
  }

  public Entry add(String name, byte[] content, boolean deflated) {
    Entry entry = new Entry();
    entry.stored = deflated ? deflated(content) : content;
    CRC32 crc = new CRC32();
    crc.update(content);
    for (Side side : entry.sides()) {
      side.name = name;
      side.method = deflated ? 8 : 0;
      side.crc = crc.getValue();
      side.compressed = entry.stored.length;
      side.size = content.length;
    }
    entry.local.signature = 0x04034b50L;
    entry.central.signature = 0x02014b50L;
    entries.add(entry);
    return entry;
  }

  public Entry entry(int index) {
    return entries.get(index);
  }

  /** The entry as a writer makes it that does not know its length before. */
  public static void describedBehind(Entry entry) {
    Side local = entry.local;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    u32(out, 0x08074b50L);
    u32(out, local.crc);
    u32(out, local.compressed);
    u32(out, local.size);
    entry.descriptor = out.toByteArray();
    local.crc = 0;
    local.compressed = 0;
    local.size = 0;
    entry.sides().forEach(side -> side.flags |= 8);
  }

  public static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(content);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] piece = new byte[4096];
      while (!deflater.finished()) {
        out.write(piece, 0, deflater.deflate(piece));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(before);
    List<Long> offsets = new ArrayList<>();
    for (Entry entry : entries) {
      out.writeBytes(entry.gap);
      offsets.add((long) out.size());
      if (!entry.missingContent) {
        local(out, entry);
      }
    }
    out.writeBytes(beforeDirectory);
    long directory = out.size();
    int count = 0;
    for (int i = 0; i < entries.size(); i++) {
      if (!entries.get(i).missingInDirectory) {
        central(out, entries.get(i), offsets.get(i));
        count++;
      }
    }
    long length = out.size() - directory;
    out.writeBytes(afterDirectory);
    u32(out, endSignature);
    u16(out, disk);
    u16(out, directoryDisk);
    u16(out, count + countHereMore);
    u16(out, count + countMore);
    u32(out, length + directoryLengthMore);
    u32(out, directory + directoryOffsetMore);
    u16(out, comment.length);
    out.writeBytes(comment);
    out.writeBytes(behind);
    return out.toByteArray();
  }

  private static void local(ByteArrayOutputStream out, Entry entry) {
    Side side = entry.local;
    u32(out, side.signature);
    common(out, side);
    out.writeBytes(side.name.getBytes(ISO_8859_1));
    out.writeBytes(side.extra);
    out.writeBytes(entry.stored);
    out.writeBytes(entry.descriptor);
  }

  private static void central(ByteArrayOutputStream out, Entry entry, long offset) {
    Side side = entry.central;
    u32(out, side.signature);
    u16(out, 3 << 8 | 20);
    common(out, side);
    u16(out, entry.comment.length);
    u16(out, entry.disk);
    u16(out, 0);
    u32(out, entry.attributes);
    u32(out, offset + entry.offsetMore);
    out.writeBytes(side.name.getBytes(ISO_8859_1));
    out.writeBytes(side.extra);
    out.writeBytes(entry.comment);
  }

  private static void common(ByteArrayOutputStream out, Side side) {
    u16(out, side.version);
    u16(out, side.flags);
    u16(out, side.method);
    u32(out, 0x00210000L); // 1980-01-01
    u32(out, side.crc);
    u32(out, side.compressed);
    u32(out, side.size);
    u16(out, side.name.length());
    u16(out, side.extra.length);
  }

  public static byte[] extra(int id, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    u16(out, id);
    u16(out, content.length);
    out.writeBytes(content);
    return out.toByteArray();
  }

  public static void u16(ByteArrayOutputStream out, int number) {
    out.write(number);
    out.write(number >>> 8);
  }

  public static void u32(ByteArrayOutputStream out, long number) {
    u16(out, (int) number);
    u16(out, (int) (number >>> 16));
  }
}
