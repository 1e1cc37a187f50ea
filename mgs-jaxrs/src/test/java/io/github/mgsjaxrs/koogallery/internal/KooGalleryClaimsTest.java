package io.github.mgsjaxrs.koogallery.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.client.KooGallerySigner;
import io.github.mgsjaxrs.internal.enforcement.ExplainedVerdict;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.koogallery.KooGallerySettings;
import io.github.mgsjaxrs.koogallery.KooGallerySettings.Version;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryQuery;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryTime.Notation;
import io.github.mgsjaxrs.request.MalformedRequestException;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query says of its signature, also to tools that have no resource to ask. */
class KooGalleryClaimsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final KooGallerySigner SIGNER = KooGallerySigner.of("the access key");

  private static MgsVerifier verifier(Notation notation) {
    return MgsVerifier.builder()
        .salt("koogallery", SignatureAlgorithm.KOOGALLERY, "the access key")
        .kooGallery(
            KooGallerySettings.DEFAULT
                .withTimestamp(notation)
                .withClock(Clock.fixed(NOW, ZoneOffset.UTC)))
        .replayGuard((scope, token) -> true)
        .build();
  }

  private static KooGalleryClaims claims(Notation notation) {
    return new KooGalleryClaims(
        KooGallerySettings.DEFAULT.withTimestamp(notation), Limits.defaults());
  }

  @ParameterizedTest
  @ValueSource(strings = {"authToken=x", "a=1&nonce=x", "nonce=x&authToken=y", "nonce"})
  void knowsASignedQuery(String query) {
    assertThat(claims(Notation.BOTH).signs(query)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "a=1", "signature=x&timestamp=1", "Nonce=x", "nonce=x&a=%"})
  void knowsThatAnyOtherQueryIsNotSigned(String query) {
    assertThat(claims(Notation.BOTH).signs(query)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "timeStamp=201706211855321, BOTH, 1498071332100",
    "timestamp=1680508066618, BOTH, 1680508066618",
    "timestamp=1680508066, SECONDS, 1680508066000",
    "timestamp=1680508066618&timeStamp=201706211855321, BOTH, 1498071332100"
  })
  void tellsWhenAQueryWasSigned(String query, Notation notation, long millis) {
    assertThat(claims(notation).signedAt(query)).hasValue(millis);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "a=1", "timeStamp=soon", "timestamp=1680508066618", "timeStamp=2017&a=%"})
  void tellsNoTimeWhereThereIsNone(String query) {
    assertThat(claims(Notation.SECONDS).signedAt(query)).isEmpty();
  }

  private static ExplainedVerdict overHttp2(String method, String query) {
    return ExplainedVerdict.of(
        verifier(Notation.BOTH),
        method,
        new RequestLine("/marketplace", query, true),
        Map.of(),
        new byte[0]);
  }

  /** There a body needs no length. */
  @Test
  void takesAnEmptyBodyOverHttp2() {
    ExplainedVerdict first = overHttp2("GET", SIGNER.signQuery("a=1", NOW));
    assertThat(first.verdict()).isInstanceOf(Verified.class);
    assertThat(first.text()).isEqualTo("a=1&timeStamp=20261123050000000");

    ExplainedVerdict second = overHttp2("POST", SIGNER.signBody(null, "".getBytes(UTF_8), NOW));
    assertThat(second.verdict()).isInstanceOf(Verified.class);
  }

  @Test
  void showsNothingOfASignature() throws MalformedRequestException {
    KooGalleryQuery query = KooGalleryQuery.of("mobilePhone=0123456&authToken=x", 10);
    KooGalleryClaim claim =
        new KooGalleryClaim(Version.V1, "the token", "20261123", "", query, List.of("koogallery"));
    assertThat(claim).hasToString("KooGalleryClaim[V1]");
    assertThat(new KooGalleryCall(claim, Set.of())).hasToString("mobilePhone=***");
  }
}
