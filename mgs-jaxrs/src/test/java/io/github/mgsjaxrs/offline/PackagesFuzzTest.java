package io.github.mgsjaxrs.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Packages as strangers make them. */
class PackagesFuzzTest {

  private static final OfflineLimits LIMITS =
      OfflineLimits.DEFAULT.withEntry(1 << 20).withContent(1 << 20);

  /** Whatever passes the check of its structure, another reader reads in the same way. */
  @FuzzTest
  void readsAsAStreamReaderDoesOrRefuses(byte[] zip) throws IOException {
    HeldBytes bytes = new HeldBytes(zip);
    Map<String, byte[]> found = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, EntryPlace> file : ZipLayout.of(bytes, LIMITS).entrySet()) {
        try (EntryStream in = new EntryStream(bytes, file.getValue())) {
          ByteArrayOutputStream content = new ByteArrayOutputStream();
          in.transferTo(content);
          found.put(file.getKey(), content.toByteArray());
        }
      }
    } catch (RefusedPackageException refused) {
      return;
    }
    Map<String, byte[]> streamed = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        streamed.put(entry.getName(), in.readAllBytes());
      }
    }
    assertThat(streamed.keySet()).containsExactlyElementsOf(found.keySet());
    found.forEach((name, content) -> assertThat(streamed.get(name)).isEqualTo(content));
  }

  @FuzzTest
  void readsSignaturesOrRefusesThem(byte[] json) {
    try {
      SignatureMap.of(json).forEach((name, value) -> assertThat(name + value).isNotNull());
    } catch (RefusedPackageException refused) {
      assertThat(refused.rejected().outcome()).isEqualTo(PackageOutcome.VERIFICATION_FAILED);
    }
  }
}
