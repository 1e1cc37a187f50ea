package io.github.mgsjaxrs.internal.entity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.mgsjaxrs.settings.Limits;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartEntityTest {

  private static final EntityStorage STORAGE =
      new EntityStorage(new Limits(1_000_000, 70_000, 400_000, 2_000_000, 1000, 4096), null);

  private static final String TYPE = "multipart/form-data; boundary=AaB03x";

  private static ReplayableEntity kept(byte[] body) throws RefusalException {
    return kept(STORAGE, body);
  }

  private static ReplayableEntity kept(EntityStorage storage, byte[] body) throws RefusalException {
    try (EntityBuffer buffer = new EntityBuffer(storage, body.length, null)) {
      buffer.admit();
      buffer.readFrom(new ByteArrayInputStream(body));
      ReplayableEntity entity = buffer.finish();
      entity.outlastStreams();
      return entity;
    }
  }

  private static List<Part> parts(String contentType, String body)
      throws IOException, RefusalException {
    return MultipartEntity.parts(kept(body.getBytes(UTF_8)), contentType);
  }

  private static String text(Part part) throws IOException {
    try (InputStream content = part.getInputStream()) {
      return new String(content.readAllBytes(), UTF_8);
    }
  }

  /** RFC 2388, section 4.2, and HTML 4.01, section 17.13.4.2: a field and a file. */
  private static final String FIELD_AND_FILE =
      """
      --AaB03x\r
      Content-Disposition: form-data; name="submit-name"\r
      \r
      Larry\r
      --AaB03x\r
      content-disposition: form-data; name="files"; filename="file1.txt"\r
      Content-Type: text/plain\r
      \r
      first line\r
      second line\r
      \r
      --AaB03x--\r
      """;

  @Test
  void findsAFieldAndAFileWithTheirHeaders() throws Exception {
    List<Part> parts = parts(TYPE, FIELD_AND_FILE);

    assertThat(parts).extracting(Part::getName).containsExactly("submit-name", "files");
    assertThat(text(parts.get(0))).isEqualTo("Larry");
    assertThat(parts.get(0).getSize()).isEqualTo(5);
    assertThat(parts.get(0).getSubmittedFileName()).isNull();
    assertThat(parts.get(0).getContentType()).isNull();
    assertThat(text(parts.get(1))).isEqualTo("first line\r\nsecond line\r\n");
    assertThat(parts.get(1).getSubmittedFileName()).isEqualTo("file1.txt");
    assertThat(parts.get(1).getContentType()).isEqualTo("text/plain");
    assertThat(parts.get(1).getHeader("CONTENT-TYPE")).isEqualTo("text/plain");
    assertThat(parts.get(1).getHeaders("content-type")).containsExactly("text/plain");
    assertThat(parts.get(1).getHeaders("none")).isEmpty();
    assertThat(parts.get(1).getHeaderNames())
        .containsExactlyInAnyOrder("content-disposition", "Content-Type");
  }

  @Test
  void givesAPartsContentAgainEachTime() throws Exception {
    Part part = parts(TYPE, FIELD_AND_FILE).get(0);
    assertThat(text(part)).isEqualTo("Larry");
    assertThat(text(part)).isEqualTo("Larry");
    try (InputStream content = part.getInputStream()) {
      assertThat(content.available()).isEqualTo(5);
      assertThat(content.skip(100)).isEqualTo(5);
      assertThat(content.read()).isEqualTo(-1);
    }
  }

  @Test
  void takesWhatOnlyBeginsLikeADelimiterForContent() throws Exception {
    String body =
        "preamble\r\n--AaB03x \t\r\nContent-Disposition: form-data; name=a\r\n\r\n"
            + "--AaB03xy\r\n --AaB03x\r\n--AaB03x--\r\nepilogue";
    assertThat(text(parts(TYPE, body).get(0))).isEqualTo("--AaB03xy\r\n --AaB03x");
  }

  @Test
  void findsEmptyPartsAndNoPartsAtAll() throws Exception {
    String empty = "--AaB03x\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n--AaB03x--";
    assertThat(parts(TYPE, empty)).extracting(Part::getSize).containsExactly(0L);
    assertThat(parts(TYPE, "--AaB03x--\r\n")).isEmpty();
  }

  @Test
  void leavesALargePartInItsFile(@TempDir Path directory) throws Exception {
    byte[] content = new byte[300_000];
    new Random(1).nextBytes(content);
    String head = "--AaB03x\r\nContent-Disposition: form-data; name=a\r\n\r\n";
    byte[] body = new byte[head.length() + content.length + "\r\n--AaB03x--\r\n".length()];
    System.arraycopy(head.getBytes(UTF_8), 0, body, 0, head.length());
    System.arraycopy(content, 0, body, head.length(), content.length);
    byte[] tail = "\r\n--AaB03x--\r\n".getBytes(UTF_8);
    System.arraycopy(tail, 0, body, body.length - tail.length, tail.length);
    try (ReplayableEntity entity = kept(body)) {
      assertThat(entity.onDisk()).isTrue();
      Part part = MultipartEntity.parts(entity, TYPE).get(0);
      assertThat(part.getInputStream().readAllBytes()).isEqualTo(content);
      Path copy = directory.resolve("copy");
      part.write(copy.toString());
      assertThat(Files.readAllBytes(copy)).isEqualTo(content);
      assertThatIOException()
          .isThrownBy(() -> part.write("copy"))
          .withMessageContaining("absolute");
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "form-data; name=a; filename=plain.txt, plain.txt",
        "form-data; name=a; filename=\"two words; and more.txt\", two words; and more.txt",
        "form-data; name=a; filename=\"a \\\"quoted\\\" one\", a \"quoted\" one",
        "form-data; name=a; filename=\"C:\\dir\\file.txt\", C:\\dir\\file.txt",
        "form-data;name=a;FileName=\"\u5f20.txt\", \u5f20.txt",
        "form-data; name=a; filename=\"first\"; filename=\"second\", first"
      })
  void readsTheNameOfAFile(String disposition, String name) throws Exception {
    String body = "--AaB03x\r\nContent-Disposition: " + disposition + "\r\n\r\n1\r\n--AaB03x--";
    assertThat(parts(TYPE, body).get(0).getSubmittedFileName()).isEqualTo(name);
  }

  @Test
  void takesABoundaryInQuotationMarks() throws Exception {
    String type = "Multipart/Form-Data; charset=UTF-8; boundary=\"gc0pJq0M:08jU534c0p\"";
    String body = "--gc0pJq0M:08jU534c0p\r\n\r\nx\r\n--gc0pJq0M:08jU534c0p--";
    assertThat(text(parts(type, body).get(0))).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no delimiter",
        "--AaB03x\r\n",
        "--AaB03x\r\nContent-Disposition: form-data; name=a\r\n\r\nno end",
        "--AaB03x\r\nno header\r\n\r\nx\r\n--AaB03x--"
      })
  void tellsABrokenEntity(String body) {
    assertThatIOException().isThrownBy(() -> parts(TYPE, body));
  }

  @Test
  void needsABoundary() {
    assertThatIOException()
        .isThrownBy(() -> parts("multipart/form-data", FIELD_AND_FILE))
        .withMessageContaining("boundary");
  }

  private static final EntityStorage LARGE =
      new EntityStorage(Limits.defaults().withBody(2L * Limits.MIB), null);

  private static int count(String body) throws IOException, RefusalException {
    try (ReplayableEntity entity = kept(LARGE, body.getBytes(UTF_8))) {
      return MultipartEntity.parts(entity, TYPE).size();
    }
  }

  @Test
  void takesTenThousandPartsAndNoMore() throws Exception {
    String part = "--AaB03x\nA:\n\n";
    assertThat(count(part.repeat(10_000) + "--AaB03x--")).isEqualTo(10_000);
    assertThatIOException()
        .isThrownBy(() -> count(part.repeat(10_001) + "--AaB03x--"))
        .withMessageContaining("more than 10000 parts");
  }

  @Test
  void takesFortyThousandHeadersOfAllPartsTogetherAndNoMore() throws Exception {
    String part = "--AaB03x\n" + "A:\n".repeat(20_000) + "\n\n";
    assertThat(count(part + part + "--AaB03x--")).isEqualTo(2);
    assertThatIOException()
        .isThrownBy(() -> count(part + part + "--AaB03x\nA:\n\n--AaB03x--"))
        .withMessageContaining("more than 40000 headers");
  }

  @Test
  void takesAMebibyteOfHeadersAndNoMore() throws Exception {
    String mebibyte = "--AaB03x\n" + ("A:" + "v".repeat(8_190) + "\n").repeat(128);
    assertThat(count(mebibyte + "\n--AaB03x--")).isEqualTo(1);
    assertThatIOException()
        .isThrownBy(() -> count(mebibyte + "A:\n\n--AaB03x--"))
        .withMessageContaining("more than 1048576 characters in its headers");
  }

  @Test
  void takesALineThatGoesOnBehindMuchWhiteSpaceForContent() throws Exception {
    String line = "--AaB03x--" + " ".repeat(9_000) + "x";
    String body = "--AaB03x\r\n\r\n" + line + "\r\n--AaB03x--";
    assertThat(text(parts(TYPE, body).get(0))).isEqualTo(line);
  }
}
