package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.LocalJersey.Answer;
import io.github.mgsjaxrs.testing.LocalJersey.Call;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities of every kind on their way through the verification to the resource. */
class EntitiesTest {

  private static final LocalJersey JERSEY =
      LocalJersey.with(LocalJersey.twoKeys(), Orders.class, Catalog.class);

  /** Base64(MD5("null")) and Base64(MD5("")), by OpenSSL. */
  private static final String NO_BODY = "POST\nN6YlnMDB2uKZp4Zkid/wvQ==\n/app/orders";

  private static final String EMPTY_BODY = "POST\n1B2M2Y8AsgTpgAmY7PhCfg==\n/app/orders";
  private static final String FORM_TEXT = "POST\n\n/app/orders/form";

  @AfterAll
  static void close() {
    JERSEY.close();
  }

  private static String hashed(String method, byte[] body) throws Exception {
    byte[] md5 = MessageDigest.getInstance("MD5").digest(body);
    return method + "\n" + Base64.getEncoder().encodeToString(md5) + "\n/app/orders";
  }

  private static Call post() {
    return JERSEY.call("POST", "/app/orders");
  }

  private static Call form(LocalJersey jersey) {
    return jersey.call("POST", "/app/orders/form").type(LocalJersey.FORM);
  }

  private static void refused(Answer answer, int status, String reason) {
    assertThat(answer.logged(reason)).as("log: %s", answer.log()).isTrue();
    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void giveTheResourceItsWholeEntityAsOftenAsItReads() throws Exception {
    Answer answer =
        post().signed(hashed("POST", "all of it".getBytes(UTF_8))).body("all of it").send();
    assertThat(answer.text()).isEqualTo("read 9 and all of it");
    ReplayableEntity entity =
        Objects.requireNonNull(Objects.requireNonNull(answer.exchange()).entity());
    assertThatIOException()
        .as("freed when the answer is written")
        .isThrownBy(() -> entity.replay().read())
        .withMessageContaining("closed");
  }

  @Test
  void areHashedAsTheyCame() throws Exception {
    byte[] body = "one byte more".getBytes(UTF_8);
    refused(
        post().signed(hashed("POST", body)).body("one byte more!").send(), 401, "does not match");
    assertThat(
            JERSEY.call("PUT", "/app/orders").signed(hashed("PUT", body)).body(body).send().text())
        .isEqualTo("one byte more");
  }

  @Test
  void mayBeEmptyInEitherReading() {
    assertThat(post().signed(NO_BODY).send().text()).isEqualTo("read 0 and ");
    assertThat(post().signed(EMPTY_BODY).body("").send().text()).isEqualTo("read 0 and ");
  }

  @Test
  void haveToBeAsLongAsTheyWereAnnounced() throws Exception {
    String text = hashed("POST", "four".getBytes(UTF_8));
    InputStream four = new ByteArrayInputStream("four".getBytes(UTF_8));
    refused(
        post().signed(text).header("Content-Length", 5).stream(four).send(),
        400,
        "5 bytes were announced, 4 could be read");
    refused(
        post().signed(NO_BODY).header("Content-Length", 1).send(),
        400,
        "1 bytes were announced, 0 could be read");
    for (String wrong :
        new String[] {"", " ", "x", "-1", "+4", "4,4", "1/", "1:", "1".repeat(19)}) {
      refused(
          post().signed(text).header("Content-Length", wrong).send(),
          400,
          "Content-Length is not one decimal number");
    }
    refused(
        post().signed(text).header("Content-Length", "4", "5").send(),
        400,
        "Content-Length is not one decimal number");
    refused(
        post().signed(text).header("Content-Length", "9".repeat(18)).send(), 413, "are announced");
    assertThat(
            post().signed(text).header("Content-Length", " 04 ").stream(
                    new ByteArrayInputStream("four".getBytes(UTF_8)))
                .send()
                .text())
        .isEqualTo("read 4 and four");
    assertThat(
            post().signed(text).header("Content-Length", "4", "4").stream(
                    new ByteArrayInputStream("four".getBytes(UTF_8)))
                .send()
                .text())
        .isEqualTo("read 4 and four");
  }

  @Test
  void mayHaveAnotherLengthWhereTheyWereEncoded() throws Exception {
    String text = hashed("POST", "four".getBytes(UTF_8));
    for (String encoding : new String[] {"gzip", "identity, br"}) {
      InputStream four = new ByteArrayInputStream("four".getBytes(UTF_8));
      assertThat(
              post()
                  .signed(text)
                  .header("Content-Encoding", encoding)
                  .header("Content-Length", 2)
                  .stream(four)
                  .send()
                  .status())
          .isEqualTo(200);
    }
    refused(
        post()
            .signed(text)
            .header("Content-Encoding", " Identity ")
            .header("Content-Length", 2)
            .stream(new ByteArrayInputStream("four".getBytes(UTF_8)))
            .send(),
        400,
        "2 bytes were announced, 4 could be read");
    refused(
        post()
            .signed(NO_BODY)
            .header("Content-Encoding", "gzip")
            .header("Content-Length", 2)
            .send(),
        400,
        "2 bytes were announced, 0 could be read");
  }

  @Test
  void mayBeEmptyWhereTheyAreChunked() throws Exception {
    String text = hashed("POST", "x".getBytes(UTF_8));
    assertThat(post().signed(NO_BODY).header("Transfer-Encoding", "chunked").send().text())
        .isEqualTo("read 0 and ");
    refused(
        post()
            .signed(NO_BODY)
            .header("Transfer-Encoding", "chunked")
            .header("Content-Type", "multipart/form-data; boundary=b")
            .send(),
        400,
        "a chunked entity reads as empty, and parts that somebody has taken would not be seen");
    assertThat(
            post().signed(text).header("Transfer-Encoding", "chunked").stream(
                    new ByteArrayInputStream("x".getBytes(UTF_8)))
                .send()
                .text())
        .isEqualTo("read 1 and x");
  }

  @Test
  void areRefusedWhereTheyBreakOff() throws Exception {
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(new byte[10]),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("connection reset");
              }
            });
    refused(
        post().signed(NO_BODY).header("Content-Length", 20).stream(broken).send(),
        400,
        "the entity broke off: IOException");
  }

  @Test
  void reachTheResourceAsFormParametersToo() {
    Answer answer = form(JERSEY).signed(FORM_TEXT + "?a=1 2&b=").body("b=&a=1+2").send();
    assertThat(answer.text()).contains("b=[]").contains("a=[1 2]");
    assertThat(form(JERSEY).signed(FORM_TEXT).body("").send().status()).isEqualTo(200);
    refused(form(JERSEY).signed(FORM_TEXT + "?a=1").body("a=2").send(), 401, "does not match");
  }

  @Test
  void areNotCoveredWhereAFormIsEncoded() {
    refused(
        form(JERSEY)
            .signed(FORM_TEXT + "?a=1")
            .header("Content-Encoding", "gzip")
            .body("a=1")
            .send(),
        401,
        "the fields of a form with a Content-Encoding are not covered");
  }

  @Test
  void areTooLargeWhereAFormCanNeverBeParsed() {
    Limits limits = Limits.defaults().withTotalMemory(60);
    try (LocalJersey jersey =
        LocalJersey.with(LocalJersey.twoKeys().limits(limits), Orders.class)) {
      String ten = "a=12345678";
      refused(
          form(jersey).signed(FORM_TEXT + "?" + ten).body(ten + "9").send(),
          413,
          "a form of 11 bytes can never be parsed within mgs.limits.total-memory");
      refused(
          form(jersey).signed(FORM_TEXT + "?" + ten).body(ten).send(),
          503,
          "mgs.limits.total-memory is reached, a form cannot be parsed now");
    }
    Limits enough = Limits.defaults().withTotalMemory(70);
    try (LocalJersey jersey =
        LocalJersey.with(LocalJersey.twoKeys().limits(enough), Orders.class)) {
      for (int i = 0; i < 3; i++) {
        assertThat(
                form(jersey).signed(FORM_TEXT + "?a=12345678").body("a=12345678").send().status())
            .as("request %d: what was reserved is given back", i)
            .isEqualTo(200);
      }
    }
  }

  @Test
  void areTranscodedWhereToldBeforeTheyAreHashed() throws Exception {
    Canonicalization transcoding = Canonicalization.builder().charsetTranscoding(true).build();
    MgsVerifierBuilder verifier = LocalJersey.twoKeys().canonicalization(transcoding);
    byte[] gbk = "\u4f60\u597d".getBytes(Charset.forName("GBK"));
    String text = hashed("POST", "\u4f60\u597d".getBytes(UTF_8));
    try (LocalJersey jersey = LocalJersey.with(verifier, Orders.class)) {
      assertThat(
              jersey
                  .call("POST", "/app/orders")
                  .signed(text)
                  .type("text/plain;charset=GBK")
                  .body(gbk)
                  .send()
                  .status())
          .isEqualTo(200);
      assertThat(
              jersey
                  .call("POST", "/app/orders")
                  .signed(NO_BODY)
                  .type("text/plain;charset=GBK")
                  .body("")
                  .send()
                  .status())
          .isEqualTo(200);
      refused(
          jersey
              .call("POST", "/app/orders")
              .signed(text)
              .type("text/plain;charset=GBK")
              .body(new byte[] {(byte) 0xff})
              .send(),
          400,
          "the body is not valid in its declared charset");
      refused(
          jersey
              .call("POST", "/app/orders")
              .signed(text)
              .type("text/plain;charset=none")
              .body(gbk)
              .send(),
          400,
          "the declared charset is not known");
    }
    assertThat(
            post()
                .signed(hashed("POST", gbk))
                .type("text/plain;charset=GBK")
                .body(gbk)
                .send()
                .text())
        .startsWith("read 4");
  }

  @Test
  void lieInAFileWhereTheyAreLarge(@TempDir Path directory) throws Exception {
    byte[] body = "0123456789abcdef".repeat(20_000).getBytes(ISO_8859_1);
    Limits limits = Limits.defaults().withMemory(100_000);
    MgsVerifierBuilder verifier = LocalJersey.twoKeys().limits(limits).tempDirectory(directory);
    try (LocalJersey jersey = LocalJersey.with(verifier, Orders.class)) {
      Answer answer =
          jersey.call("PUT", "/app/orders").signed(hashed("PUT", body)).body(body).send();
      assertThat(answer.text()).isEqualTo(new String(body, ISO_8859_1));
      assertThat(Objects.requireNonNull(answer.exchange()).entity())
          .matches(ReplayableEntity::onDisk);
    }
    Path gone = Files.createDirectory(directory.resolve("gone"));
    MgsVerifierBuilder failing = LocalJersey.twoKeys().limits(limits).tempDirectory(gone);
    try (LocalJersey jersey = LocalJersey.with(failing, Orders.class)) {
      Files.delete(gone);
      Answer answer =
          jersey.call("PUT", "/app/orders").signed(hashed("PUT", body)).body(body).send();
      refused(answer, 503, "the entity cannot be kept in a temporary file");
      assertThat(answer.logged("SEVERE", "is mgs.temp-dir writable")).isTrue();
    }
  }

  @Test
  void areLeftAloneWhereNothingIsProtected() {
    Answer answer = JERSEY.call("POST", "/app/catalog").body("free").send();
    assertThat(answer.text()).isEqualTo("posted free");
    assertThat(Objects.requireNonNull(answer.exchange()).entity()).isNull();
  }
}
