package io.github.mgsjaxrs.offline;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.testing.ZipForge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Contents that are not what the headers say: streams that end early, late, or as something else.
 */
class EntryStreamTest {

  /** More than one piece, and not the same everywhere. */
  private static final byte[] CONTENT = content();

  private final ZipForge forge = new ZipForge();

  private static byte[] content() {
    byte[] content = new byte[100_000];
    int state = 1;
    for (int i = 0; i < content.length; i++) {
      state = state * 1_103_515_245 + 12_345;
      content[i] = (byte) (state >>> 16);
    }
    return content;
  }

  private EntryStream open() throws IOException {
    HeldBytes bytes = new HeldBytes(forge.bytes());
    return new EntryStream(
        bytes, ZipLayout.of(bytes, OfflineLimits.DEFAULT).values().iterator().next());
  }

  private void assertDamaged(String found) {
    assertThatThrownBy(
            () -> {
              try (InputStream in = open()) {
                in.readAllBytes();
              }
            })
        .isInstanceOf(RefusedPackageException.class)
        .hasMessageContaining(found);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void givesTheContent(boolean deflated) throws IOException {
    forge.add("a.tar", CONTENT, deflated);
    try (InputStream in = open()) {
      assertThat(in.readAllBytes()).isEqualTo(CONTENT);
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.read(new byte[1])).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void givesTheContentByteByByte(boolean deflated) throws IOException {
    forge.add("a.tar", Arrays.copyOf(CONTENT, 300), deflated);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = open()) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        out.write(b);
      }
    }
    assertThat(out.toByteArray()).isEqualTo(Arrays.copyOf(CONTENT, 300));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void givesNothingOfAnEmptyFile(boolean deflated) throws IOException {
    forge.add("a.tar", new byte[0], deflated);
    try (InputStream in = open()) {
      assertThat(in.read(new byte[0])).isZero();
      assertThat(in.readAllBytes()).isEmpty();
    }
  }

  @Test
  void writesWhereItIsAskedTo() throws IOException {
    forge.add("a.tar", "abc".getBytes(US_ASCII), false);
    byte[] target = new byte[5];
    try (InputStream in = open()) {
      assertThat(in.read(target, 1, 4)).isEqualTo(3);
    }
    assertThat(target).containsExactly(0, 'a', 'b', 'c', 0);
  }

  @Test
  void refusesToReadOutsideOfTheTarget() throws IOException {
    forge.add("a.tar", CONTENT, false);
    try (InputStream in = open()) {
      assertThatThrownBy(() -> in.read(new byte[2], 1, 2))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesToReadAfterItWasClosed(boolean deflated) throws IOException {
    forge.add("a.tar", CONTENT, deflated);
    InputStream in = open();
    in.close();
    in.close();
    assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessageContaining("closed");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesAnotherChecksum(boolean deflated) {
    ZipForge.Entry entry = forge.add("a.tar", CONTENT, deflated);
    entry.sides().forEach(side -> side.crc++);
    assertDamaged("another length or CRC-32");
  }

  @Test
  void refusesMoreThanTheHeaderSays() {
    ZipForge.Entry entry = forge.add("a.tar", CONTENT, true);
    entry.sides().forEach(side -> side.size--);
    assertDamaged("more than the 99999 bytes");
  }

  @Test
  void unpacksNoBombBeyondWhatTheHeaderSays() {
    ZipForge.Entry entry = forge.add("a.tar", new byte[64 << 20], true);
    entry.sides().forEach(side -> side.size = 10);
    assertDamaged("more than the 10 bytes");
  }

  @Test
  void refusesLessThanTheHeaderSays() {
    ZipForge.Entry entry = forge.add("a.tar", CONTENT, true);
    entry.sides().forEach(side -> side.size++);
    assertDamaged("another length or CRC-32");
  }

  @Test
  void refusesBytesBehindTheCompressedContent() {
    ZipForge.Entry entry = forge.add("a.tar", CONTENT, true);
    packed(entry, Arrays.copyOf(entry.stored, entry.stored.length + 1));
    assertDamaged("bytes behind its compressed content");
    packed(entry, Arrays.copyOf(entry.stored, entry.stored.length + 100_000));
    assertDamaged("bytes behind its compressed content");
  }

  @Test
  void refusesCompressedContentThatBreaksOff() {
    ZipForge.Entry entry = forge.add("a.tar", CONTENT, true);
    packed(entry, Arrays.copyOf(entry.stored, entry.stored.length - 1));
    assertDamaged("breaks off");
    packed(entry, new byte[0]);
    assertDamaged("breaks off");
  }

  @Test
  void refusesWhatIsNotDeflated() {
    ZipForge.Entry entry = forge.add("a.tar", CONTENT, true);
    packed(entry, new byte[] {-1, -1, -1, -1});
    assertDamaged("is not deflated");
  }

  private static void packed(ZipForge.Entry entry, byte[] bytes) {
    entry.stored = bytes;
    entry.sides().forEach(side -> side.compressed = bytes.length);
  }
}
