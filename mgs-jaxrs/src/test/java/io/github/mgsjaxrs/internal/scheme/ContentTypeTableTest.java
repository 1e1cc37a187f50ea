package io.github.mgsjaxrs.internal.scheme;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.request.ContentType;
import io.github.mgsjaxrs.request.MalformedRequestException;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.testing.LocalJersey;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What comes of each type in front of each ending: a table that was written when four classes read
 * the header, each in its own way, so that a change of any reader shows where it reads otherwise.
 */
class ContentTypeTableTest {

  private static final EntityStorage STORAGE = new EntityStorage(Limits.defaults(), null);
  private static final String BODY = "--b\r\nContent-ID: <a@b>\r\n\r\nx\r\n--b--\r\n";

  private static ReplayableEntity entity;

  @BeforeAll
  static void keep() throws Exception {
    byte[] bytes = BODY.getBytes(US_ASCII);
    EntityBuffer buffer = new EntityBuffer(STORAGE, bytes.length, null);
    buffer.readFrom(new ByteArrayInputStream(bytes));
    entity = buffer.finish();
  }

  @AfterAll
  static void free() {
    entity.close();
  }

  @Test
  void readsEachTypeWithEachEndingAsBefore() throws Exception {
    List<String> lines = lines();
    List<String> types =
        lines.stream()
            .filter(line -> line.startsWith("type "))
            .map(line -> line.substring("type ".length()))
            .toList();
    List<String> rows = lines.stream().filter(line -> line.startsWith("| ")).toList();
    assertThat(types).hasSizeGreaterThan(25);
    assertThat(rows).hasSizeGreaterThan(90);
    for (String row : rows) {
      String ending = row.substring(2, row.lastIndexOf(" | "));
      StringBuilder read = new StringBuilder("| " + ending + " |");
      for (String type : types) {
        read.append(' ').append(answers((type + ending).translateEscapes()));
      }
      assertThat(read.toString()).isEqualTo(row);
    }
  }

  private static List<String> lines() throws Exception {
    try (InputStream table = ContentTypeTableTest.class.getResourceAsStream("content-types.txt")) {
      return new String(Objects.requireNonNull(table).readAllBytes(), UTF_8).lines().toList();
    }
  }

  /** What the table's head explains. */
  private static String answers(String header) throws RefusalException {
    ContentType type = ContentType.of(header);
    String kind = type.isForm() ? "f" : type.isFormData() ? "d" : type.isMultipart() ? "m" : "-";
    return kind + charset(type) + uncovered(header);
  }

  private static String charset(ContentType type) {
    try {
      Charset charset = type.charset();
      return charset == null ? "-" : charset.name().substring(0, 1);
    } catch (MalformedRequestException refused) {
      return "!";
    }
  }

  private static int uncovered(String header) throws RefusalException {
    RequestSnapshot request =
        new RequestSnapshot(
            "POST",
            new RequestLine("/p", null, false),
            LocalJersey.sent(List.of(), List.of()),
            List.of(header),
            List.of(),
            false,
            false);
    Set<Uncovered> uncovered = BodyCoverage.uncovered(request, entity, null, false, STORAGE);
    return (uncovered.contains(Uncovered.CONTENT_TYPE) ? 1 : 0)
        + (uncovered.contains(Uncovered.PARTS) ? 2 : 0)
        + (uncovered.contains(Uncovered.ENCODING) ? 4 : 0);
  }
}
