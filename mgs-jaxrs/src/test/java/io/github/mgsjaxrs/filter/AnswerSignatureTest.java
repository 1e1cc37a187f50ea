package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.KooGallerySigned;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.koogallery.KooGallerySettings;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.LocalJersey.Answer;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.annotation.Priority;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.glassfish.jersey.server.ChunkedOutput;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is signed of answers, on Jersey; the conformance suite asks every runtime. */
class AnswerSignatureTest {

  private static final String KEY = "test-access-key";
  private static final int LIMIT = 2000;
  private static final String FOOTER = "<!-- from an interceptor -->";

  /** A request that was derived by hand, of 2017-06-21T18:55:32.1Z. */
  private static final String QUERY =
      "?p3=3&p1=1&timeStamp=201706211855321&p2=2"
          + "&authToken=nOVVqVzjsW9m9OaFSCyw6ezNdnzs7YQ3OkRUZrset24%3D";

  private static final Clock THEN =
      Clock.fixed(Instant.ofEpochMilli(1_498_071_332_100L), ZoneOffset.UTC);

  private static final LocalJersey PLAIN = jersey();
  private static final LocalJersey CHANGED = jersey(Footer.class);
  private static final LocalJersey REPLACED = jersey(Replacement.class);

  /** Answers of several kinds. */
  @Path("answers")
  public static class Answers {
    @GET
    @KooGallerySigned
    public String documented() {
      return "{\"resultCode\":\"000000\",\"resultMsg\":\"success.\"}";
    }

    @GET
    @Path("open")
    public String open() {
      return "open";
    }

    @GET
    @Path("status/{status}")
    @KooGallerySigned
    public Response status(@PathParam("status") int status) {
      return Response.status(status).build();
    }

    @GET
    @Path("forbidden-body/{status}")
    @KooGallerySigned
    public Response forbiddenBody(@PathParam("status") int status) {
      return Response.status(status).entity("never sent").build();
    }

    @GET
    @Path("long/{bytes}")
    @KooGallerySigned
    public Response bytes(@PathParam("bytes") int bytes) {
      StreamingOutput output =
          out -> {
            for (int i = 0; i < bytes; i++) {
              out.write('x');
            }
          };
      return Response.ok(output)
          .header("content-length", 7)
          .header("body-sign", "own")
          .header("Set-Cookie", "a=b")
          .build();
    }

    @GET
    @Path("swallowing")
    @KooGallerySigned
    public StreamingOutput swallowing() {
      return out -> {
        try {
          out.write(new byte[LIMIT + 1]);
        } catch (IOException ignored) {
          // some writers go on
        }
      };
    }

    @GET
    @Path("pieces")
    @KooGallerySigned
    public ChunkedOutput<String> pieces() throws IOException {
      ChunkedOutput<String> pieces = new ChunkedOutput<>(String.class);
      pieces.write("piece");
      pieces.close();
      return pieces;
    }

    @GET
    @Path("half")
    @KooGallerySigned
    public StreamingOutput half() {
      return out -> {
        out.write("half".getBytes(US_ASCII));
        throw new IllegalStateException("on purpose");
      };
    }
  }

  /** Writes behind every body. */
  @Priority(1)
  public static class Footer implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      context.proceed();
      context.getOutputStream().write(FOOTER.getBytes(US_ASCII));
    }
  }

  /** Replaces every entity, with nothing where it is asked to. */
  @Priority(1)
  public static class Replacement implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      boolean nothing = request.getUriInfo().getPath().endsWith("open");
      response.setEntity(nothing ? null : "replaced");
    }
  }

  private static LocalJersey jersey(Class<?>... providers) {
    MgsVerifier verifier =
        MgsVerifier.builder()
            .replayGuard((scope, token) -> true)
            .salt("koogallery", SignatureAlgorithm.KOOGALLERY, KEY)
            .kooGallery(KooGallerySettings.DEFAULT.withClock(THEN).withResponseLimit(LIMIT))
            .build();
    return new LocalJersey(
        new ResourceConfig(Answers.class)
            .registerClasses(providers)
            .register(new MgsFeature(verifier)));
  }

  @AfterAll
  static void close() {
    List.of(PLAIN, CHANGED, REPLACED).forEach(LocalJersey::close);
  }

  private static Answer signed(LocalJersey jersey, String path) {
    return jersey.call("GET", "/app/answers" + path + QUERY).send();
  }

  private static String bodySign(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY.getBytes(UTF_8), "HmacSHA256"));
      return "sign_type=\"HMAC-SHA256\", signature=\""
          + Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(UTF_8)))
          + "\"";
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static void isSigned(Answer answer, int status, String body) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).isEqualTo(body);
    assertThat(answer.headers().get("Body-Sign")).containsExactly(bodySign(body));
    assertThat(answer.headers().keySet()).contains("Body-Sign").doesNotContain("body-sign");
  }

  @Test
  void signsTheDocumentedAnswer() {
    Answer answer = signed(PLAIN, "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().getFirst("Body-Sign"))
        .isEqualTo(
            "sign_type=\"HMAC-SHA256\","
                + " signature=\"gw4QPFTQi+z0h6e2a3LogBWbT+b5cyVCeQdEdWUPCd4=\"");
  }

  @Test
  void leavesOtherAnswersAsTheyAre() {
    assertThat(signed(PLAIN, "/open").headers()).doesNotContainKey("Body-Sign");
  }

  @Test
  void signsAnEmptyBody() {
    isSigned(signed(PLAIN, "/status/200"), 200, "");
    isSigned(signed(PLAIN, "/status/204"), 204, "");
    isSigned(signed(PLAIN, "/long/0"), 200, "");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void takesABodyAwayThatNoServerSends(int status) {
    isSigned(signed(PLAIN, "/forbidden-body/" + status), status, "");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 500})
  void givesAnErrorABodyBeforeTheServerDoes(int status) {
    isSigned(
        signed(PLAIN, "/status/" + status),
        status,
        "{\"resultCode\":\"000005\",\"resultMsg\":\"The request failed.\"}");
  }

  @Test
  void setsRightWhatTheApplicationSaidOfTheBody() {
    Answer answer = signed(PLAIN, "/long/" + LIMIT);
    isSigned(answer, 200, "x".repeat(LIMIT));
    assertThat(answer.headers().get(HttpHeaders.CONTENT_LENGTH))
        .singleElement()
        .hasToString(Integer.toString(LIMIT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/long/2001", "/swallowing"})
  void sendsAConstantInPlaceOfWhatIsTooLong(String path) {
    Answer answer = signed(PLAIN, path);
    isSigned(answer, 500, "{\"resultCode\":\"000005\",\"resultMsg\":\"The answer is too long.\"}");
    assertThat(answer.headers().keySet())
        .doesNotContain("Set-Cookie")
        .contains(HttpHeaders.CONTENT_TYPE);
  }

  @Test
  void refusesAnAnswerInPiecesAndSaysWhatToReturn() {
    Answer answer = signed(PLAIN, "/pieces");
    isSigned(answer, 500, "{\"resultCode\":\"000005\",\"resultMsg\":\"The request failed.\"}");
  }

  @Test
  void sendsNothingOfAnAnswerThatFails() {
    Answer answer = signed(PLAIN, "/half");
    assertThat(answer.status()).isNotEqualTo(200);
    assertThat(answer.text()).doesNotContain("half");
  }

  @Test
  void signsWhatALaterWriterInterceptorWrites() {
    isSigned(
        signed(CHANGED, ""),
        200,
        "{\"resultCode\":\"000000\",\"resultMsg\":\"success.\"}" + FOOTER);
  }

  @Test
  void signsWhatAFilterReplaces() {
    isSigned(signed(REPLACED, ""), 200, "replaced");
  }

  @Test
  void takesTheSignatureOffARefusalThatSomebodyChanged() {
    for (LocalJersey changing : List.of(CHANGED, REPLACED)) {
      Answer answer = changing.call("GET", "/app/answers").send();
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.text()).containsAnyOf(FOOTER, "replaced");
      assertThat(answer.headers()).doesNotContainKey("Body-Sign");
    }
  }

  @Test
  void leavesARefusalItsSignature() {
    Answer answer = PLAIN.call("GET", "/app/answers").send();
    isSigned(answer, 401, answer.text());
    assertThat(answer.text()).startsWith("{\"resultCode\":\"000001\"");
  }
}
