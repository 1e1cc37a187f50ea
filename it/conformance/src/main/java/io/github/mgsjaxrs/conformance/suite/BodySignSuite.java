package io.github.mgsjaxrs.conformance.suite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.answer.AnswerChanges;
import io.github.mgsjaxrs.conformance.answer.SignedAnswers;
import io.github.mgsjaxrs.conformance.wire.Header;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The header {@code Body-Sign} of answers to KooGallery, against the bytes that came over the
 * socket.
 */
public abstract class BodySignSuite {

  private static final String NAME = "Body-Sign";

  /** For the runtime's own class. */
  protected BodySignSuite() {}

  /**
   * Where the application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  /**
   * Answers of kinds that this runtime alone has.
   *
   * @return paths whose answer is the text
   */
  protected abstract List<String> furtherAnswers();

  private RawResponse answer(String path) {
    return endpoint().send(KooGalleryCall.to(endpoint().base() + path).first());
  }

  private static RawResponse signed(RawResponse answer) {
    assertThat(bodySigns(answer))
        .as("%s", answer)
        .containsExactly(new Header(NAME, KooGalleryCall.bodySign(answer.body())));
    return answer;
  }

  private static List<Header> bodySigns(RawResponse answer) {
    return answer.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(NAME))
        .toList();
  }

  private static RawResponse signed(RawResponse answer, int status, String text) {
    signed(answer);
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.text()).isEqualTo(text);
    return answer;
  }

  @Test
  void spellsTheHeaderAndItsQuotationMarksAsDocumented() {
    RawResponse answer = answer("/koo-answers/string");
    assertThat(bodySigns(answer)).hasSize(1);
    assertThat(bodySigns(answer).get(0).name()).isEqualTo("Body-Sign");
    assertThat(bodySigns(answer).get(0).value())
        .matches("sign_type=\"HMAC-SHA256\", signature=\"[A-Za-z0-9+/]{43}=\"");
  }

  @TestFactory
  Stream<DynamicTest> signsTextOfEveryOrigin() {
    return Stream.of("string", "length", "own", "async", "stage", "told/200", "told/404")
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind,
                    () ->
                        signed(
                            answer("/koo-answers/" + kind),
                            kind.endsWith("404") ? 404 : 200,
                            SignedAnswers.TEXT)));
  }

  @TestFactory
  Stream<DynamicTest> signsWhatOnlyThisRuntimeHas() {
    return furtherAnswers().stream()
        .map(
            path ->
                DynamicTest.dynamicTest(path, () -> signed(answer(path), 200, SignedAnswers.TEXT)));
  }

  @TestFactory
  Stream<DynamicTest> signsEntitiesOfEveryKind() {
    record Kind(String path, int length) {}
    return Stream.of(
            new Kind("object", 46),
            new Kind("bytes", 100_000),
            new Kind("stream", 70_000),
            new Kind("output", 51_275),
            new Kind("file", 20_000))
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.path(),
                    () -> {
                      RawResponse answer = signed(answer("/koo-answers/" + kind.path()));
                      assertThat(answer.status()).isEqualTo(200);
                      assertThat(answer.body()).hasSize(kind.length());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> signsAnEmptyBody() {
    record Kind(String path, int status) {}
    return Stream.of(
            new Kind("nothing", 204),
            new Kind("empty", 200),
            new Kind("status/200", 200),
            new Kind("status/202", 202),
            new Kind("told/204", 204),
            new Kind("told/304", 304),
            new Kind("changed/removed", 200))
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.path(),
                    () -> signed(answer("/koo-answers/" + kind.path()), kind.status(), "")));
  }

  /** Servers put pages of their own in place of no body, and no filter sees those. */
  @TestFactory
  Stream<DynamicTest> givesAnErrorWithoutABodyOneThatIsSigned() {
    return Stream.of(400, 404, 500, 503)
        .map(
            status ->
                DynamicTest.dynamicTest(
                    Integer.toString(status),
                    () ->
                        signed(
                            answer("/koo-answers/status/" + status),
                            status,
                            "{\"resultCode\":\"000005\",\"resultMsg\":\"The request failed.\"}")));
  }

  @Test
  void signsWhatALaterWriterInterceptorMakesOfTheBody() {
    signed(answer("/koo-answers/changed/footer"), 200, SignedAnswers.TEXT + AnswerChanges.FOOTER);
    RawResponse doubled = signed(answer("/koo-answers/changed/rewriting"));
    assertThat(doubled.body()).hasSize(2 * SignedAnswers.TEXT.getBytes(UTF_8).length);
  }

  @Test
  void signsWhatALaterFilterPutsInPlaceOfTheEntity() {
    signed(answer("/koo-answers/changed/replaced"), 200, "replaced");
  }

  @TestFactory
  Stream<DynamicTest> signsTheCompressedBytes() {
    return Stream.of("gzip", "gzip-unfinished")
        .map(
            way ->
                DynamicTest.dynamicTest(
                    way,
                    () -> {
                      RawResponse answer = signed(answer("/koo-answers/changed/" + way));
                      assertThat(answer.header("Content-Encoding")).contains("gzip");
                      assertThat(unzipped(answer.body())).isEqualTo(SignedAnswers.TEXT);
                    }));
  }

  private static String unzipped(byte[] body) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void holdsBackAsMuchAsTheLimitSays() {
    RawResponse answer = signed(answer("/koo-answers/limit/0"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).hasSize(SignedAnswers.LIMIT);
  }

  @TestFactory
  Stream<DynamicTest> answersMoreThanTheLimitWithAConstantThatIsSigned() {
    return Stream.of("limit/1", "limit/500000", "too-long")
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path,
                    () -> {
                      RawResponse answer =
                          signed(
                              answer("/koo-answers/" + path),
                              500,
                              "{\"resultCode\":\"000005\",\"resultMsg\":\"The answer is too"
                                  + " long.\"}");
                      assertThat(answer.headers("Secret")).isEmpty();
                      assertThat(answer.header("Content-Type").orElse(""))
                          .as("%s", answer)
                          .startsWith("application/json");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> signsWhatTheApplicationThrows() {
    record Failure(String path, int status) {}
    return Stream.of(
            new Failure("thrown", 418),
            new Failure("thrown-empty", 404),
            new Failure("mapped", 409))
        .map(
            failure ->
                DynamicTest.dynamicTest(
                    failure.path(),
                    () ->
                        assertThat(signed(answer("/koo-failures/" + failure.path())).status())
                            .isEqualTo(failure.status())));
  }

  /** Whoever answers then, a body that is signed is the body that was meant. */
  @TestFactory
  Stream<DynamicTest> signsNothingThatIsNotWhole() {
    return Stream.of("unmapped", "half", "half-io")
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path,
                    () -> {
                      RawResponse answer = answer("/koo-failures/" + path);
                      assertThat(answer.status()).as("%s", answer).isGreaterThanOrEqualTo(400);
                      assertThat(new String(answer.body(), US_ASCII)).doesNotContain("first half");
                      if (!bodySigns(answer).isEmpty()) {
                        signed(answer);
                      }
                    }));
  }
}
