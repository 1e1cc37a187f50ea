package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.client.KooGallerySigner;
import io.github.mgsjaxrs.keys.KeySet;
import io.github.mgsjaxrs.koogallery.KooGallerySettings;
import io.github.mgsjaxrs.koogallery.crypto.AccessKey;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.LocalJersey.Answer;
import io.github.mgsjaxrs.verifier.MgsSettings.Diagnostics;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a server logs of requests of KooGallery that were changed on their way. */
class KooGalleryExplanationsTest {

  private static final String BODY = "{\"activity\":\"newInstance\"}";
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final KooGallerySigner CURRENT = KooGallerySigner.of("the access key");
  private static final KooGallerySettings SETTINGS =
      KooGallerySettings.DEFAULT
          .withKeys("current", "next")
          .withClock(Clock.fixed(NOW, ZoneOffset.UTC));
  private static final String FOUND = "it would match otherwise: ";

  private static MgsVerifierBuilder verifier() {
    return MgsVerifier.builder()
        .salt("current", SignatureAlgorithm.KOOGALLERY, "the access key")
        .salt("next", SignatureAlgorithm.KOOGALLERY, "the next access key")
        .kooGallery(SETTINGS)
        .replayGuard((scope, token) -> true);
  }

  private static Answer get(MgsVerifierBuilder verifier, String target) {
    try (LocalJersey jersey = LocalJersey.with(verifier, Marketplace.class)) {
      return jersey.call("GET", "/app/koogallery" + target).send();
    }
  }

  private static Answer post(MgsVerifierBuilder verifier, String query, String body) {
    try (LocalJersey jersey = LocalJersey.with(verifier, Marketplace.class)) {
      return jersey.call("POST", "/app/koogallery?" + query).body(body).send();
    }
  }

  private static String first(KooGallerySigner marketplace) {
    return "?" + marketplace.signQuery("p1=1", NOW);
  }

  private static void assertTellsNoSecret(Answer answer) {
    assertThat(answer.text()).doesNotContain("otherwise", "access key");
    assertThat(answer.log())
        .allSatisfy(
            line ->
                assertThat(line)
                    .doesNotContain("the access key2", "the next access key", "later access key")
                    .doesNotContainPattern("[0-9A-Fa-f]{64}"));
  }

  @Test
  void namesWhatWouldHaveMatchedAndRefusesAllTheSame() {
    Answer query =
        get(verifier().diagnostics(Diagnostics.LOG), first(CURRENT) + "&utm_source=mail");
    assertThat(query.status()).isEqualTo(401);
    assertThat(query.logged("authToken matches with none", FOUND + "The parameter 'utm_source'"))
        .isTrue();
    assertTellsNoSecret(query);
    Answer body =
        post(
            verifier().diagnostics(Diagnostics.LOG),
            CURRENT.signBody(null, BODY.getBytes(UTF_8), NOW, "the nonce"),
            BODY + "\n");
    assertThat(body.status()).isEqualTo(401);
    assertThat(body.logged(FOUND + "The body was signed without the line end behind it")).isTrue();
    assertTellsNoSecret(body);
  }

  @Test
  void saysTheSameInReportModeAndServes() {
    Answer answer = get(verifier().mode(Mode.REPORT), first(CURRENT) + "&utm_source=mail");
    assertThat(answer.logged(FOUND + "The parameter 'utm_source'")).isTrue();
    assertTellsNoSecret(answer);
  }

  @Test
  void saysNothingOfItWhereDiagnosticsAreOff() {
    Answer answer = get(verifier(), first(CURRENT) + "&utm_source=mail");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.logged("otherwise")).isFalse();
    assertThat(answer.logged("tried")).isFalse();
  }

  @Test
  void namesTheKeyThatWasNotTried() {
    KeySet keys =
        KeySet.of(
            Map.of(
                "current", AccessKey.of("the access key"),
                "next", AccessKey.of("the next access key"),
                "later", AccessKey.of("a later access key")));
    MgsVerifierBuilder listing =
        MgsVerifier.builder().keys(keys).kooGallery(SETTINGS).replayGuard((scope, token) -> true);
    Answer notListed =
        get(listing.diagnostics(Diagnostics.LOG), first(KooGallerySigner.of("a later access key")));
    assertThat(
            notListed.logged(
                "signed with key 'later'", "set mgs.koogallery.keys=current,next,later"))
        .isTrue();
    assertTellsNoSecret(notListed);
    Answer notAdmitted = get(verifier().diagnostics(Diagnostics.LOG), "/next" + first(CURRENT));
    assertThat(notAdmitted.status()).isEqualTo(401);
    assertThat(notAdmitted.logged("signed with key 'current', which the resource does not admit"))
        .isTrue();
  }

  @Test
  void looksNeitherIntoLongQueriesNorIntoLargeBodies() {
    assertThat(
            get(
                    verifier().diagnostics(Diagnostics.LOG),
                    first(CURRENT) + "&utm=" + "x".repeat(128 * 1024))
                .logged("not diagnosed, as path, query and form have more than 131072 characters"))
        .isTrue();
    String large = "x".repeat(300 * 1024);
    assertThat(
            post(
                    verifier().diagnostics(Diagnostics.LOG),
                    CURRENT.signBody(null, BODY.getBytes(UTF_8), NOW, "the nonce"),
                    large)
                .logged("(the body is too large to try variations of it)"))
        .isTrue();
  }
}
