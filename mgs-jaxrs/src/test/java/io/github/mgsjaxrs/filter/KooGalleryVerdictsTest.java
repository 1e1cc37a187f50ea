package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.client.KooGallerySigner;
import io.github.mgsjaxrs.koogallery.KooGallerySettings;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.LocalJersey.Answer;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import io.github.mgsjaxrs.verifier.VerdictEvent;
import io.github.mgsjaxrs.verifier.VerdictEvent.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of requests that KooGallery signed, and told of them. */
class KooGalleryVerdictsTest {

  private static final String BODY = "{\"activity\":\"newInstance\"}";
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final KooGallerySigner CURRENT = KooGallerySigner.of("the access key");
  private static final KooGallerySigner NEXT = KooGallerySigner.of("the next access key");

  private static MgsVerifierBuilder verifier() {
    return MgsVerifier.builder()
        .salt("current", SignatureAlgorithm.KOOGALLERY, "the access key")
        .salt("next", SignatureAlgorithm.KOOGALLERY, "the next access key")
        .kooGallery(
            KooGallerySettings.DEFAULT
                .withKeys("current", "next")
                .withClock(Clock.fixed(NOW, ZoneOffset.UTC)))
        .replayGuard((scope, token) -> true);
  }

  private static Answer sent(LocalJersey jersey, String method, String query) {
    return jersey.call(method, "/app/koogallery?" + query).body(BODY).send();
  }

  private static String first(KooGallerySigner marketplace) {
    return marketplace.signQuery("p1=1", NOW);
  }

  private static String second(KooGallerySigner marketplace) {
    return marketplace.signBody(null, BODY.getBytes(UTF_8), NOW);
  }

  /** Else who recorded a query could send any body with it. */
  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT"})
  void servesNoOtherMethodBySignedQueriesWhateverTheCoverageIs(String method) {
    try (LocalJersey jersey =
        LocalJersey.with(verifier().coverage(Coverage.PROTOCOL), Marketplace.class)) {
      Answer answer = sent(jersey, method, first(CURRENT));
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.text()).doesNotContain(BODY);
      assertThat(answer.logged("authToken, of version 1, came by " + method)).isTrue();
    }
  }

  /** Else who recorded a body could send any query with it. */
  @Test
  void servesNoGetBySignedBodiesWhateverTheCoverageIs() {
    try (LocalJersey jersey =
        LocalJersey.with(verifier().coverage(Coverage.PROTOCOL), Marketplace.class)) {
      Answer answer = sent(jersey, "GET", second(CURRENT) + "&p1=any");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.logged("signature and nonce, of version 2, came by GET")).isTrue();
      assertThat(sent(jersey, "POST", second(CURRENT)).status()).isEqualTo(200);
    }
  }

  @Test
  void tellsWithWhichKeyARequestVerified() {
    String stranger = second(KooGallerySigner.of("somebody else's"));
    try (Listening here = new Listening();
        LocalJersey jersey = LocalJersey.with(verifier(), Marketplace.class)) {
      sent(jersey, "POST", second(CURRENT));
      sent(jersey, "POST", second(NEXT));
      sent(jersey, "POST", stranger);

      assertThat(here.verdicts)
          .extracting(
              VerdictEvent::outcome,
              VerdictEvent::rejection,
              VerdictEvent::keyId,
              VerdictEvent::algorithm)
          .containsExactly(
              tuple(Outcome.VERIFIED, null, "current", SignatureAlgorithm.KOOGALLERY),
              tuple(Outcome.VERIFIED, null, "next", SignatureAlgorithm.KOOGALLERY),
              tuple(
                  Outcome.REJECTED,
                  Rejection.SIGNATURE_MISMATCH,
                  null,
                  SignatureAlgorithm.KOOGALLERY));
    }
  }
}
