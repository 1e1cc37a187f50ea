package io.github.mgsjaxrs.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.testing.SamplePackage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every package, whatever is done to its bytes. */
class PackagePropertiesTest {

  private static final byte[] AMR =
      SamplePackage.SIGNER.amr(SamplePackage.files()); // sizes behind the files
  private static final byte[] STORED =
      SamplePackage.zip(
          SamplePackage.files(), "SIGN.json", SamplePackage.signatures(SamplePackage.files()));

  private final OfflinePackageVerifier verifier =
      OfflinePackageVerifier.of(SamplePackage.PUBLIC_KEY);

  @Property(tries = 2000)
  void aChangedByteIsRefusedOrChangesNothing(
      @ForAll boolean stored,
      @ForAll @IntRange(max = 100_000) int place,
      @ForAll @IntRange(min = 1, max = 255) int change)
      throws IOException {
    byte[] changed = (stored ? STORED : AMR).clone();
    changed[place % changed.length] ^= (byte) change;
    assertRefusedOrTheSame(changed);
  }

  @Property(tries = 500)
  void bytesPutInOrLeftOutAreRefused(
      @ForAll boolean stored,
      @ForAll @IntRange(max = 100_000) int place,
      @ForAll @IntRange(min = 1, max = 100) int count,
      @ForAll boolean in)
      throws IOException {
    byte[] amr = stored ? STORED : AMR;
    int at = place % amr.length;
    int rest = in ? at : Math.min(at + count, amr.length);
    byte[] between = new byte[in ? count : 0];
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    changed.write(amr, 0, at);
    changed.writeBytes(between);
    changed.write(amr, rest, amr.length - rest);
    assertThat(verifier.verify(new ByteArrayInputStream(changed.toByteArray())))
        .isInstanceOf(RejectedPackage.class);
  }

  /** Also a reader that knows nothing of the central directory finds the same in it. */
  private void assertRefusedOrTheSame(byte[] changed) throws IOException {
    if (verifier.verify(new ByteArrayInputStream(changed)) instanceof VerifiedPackage verified) {
      try (verified) {
        assertThat(verified.names()).containsExactly("Manifest.xml", "20000001.tar");
        for (String name : verified.names()) {
          ByteArrayOutputStream content = new ByteArrayOutputStream();
          verified.transferTo(name, content);
          assertThat(content.toByteArray()).isEqualTo(SamplePackage.files().get(name));
          assertThat(asAStreamReads(changed, name)).isEqualTo(content.toByteArray());
        }
      }
    }
  }

  private static byte[] asAStreamReads(byte[] zip, String name) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return in.readAllBytes();
        }
      }
    }
    throw new AssertionError(name + " is not in " + Arrays.toString(zip));
  }
}
