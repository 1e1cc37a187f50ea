package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.client.KooGallerySigner;
import io.github.mgsjaxrs.koogallery.KooGallerySettings;
import io.github.mgsjaxrs.replay.ReplayScope;
import io.github.mgsjaxrs.replay.ReplaySettings;
import io.github.mgsjaxrs.rpc.RpcSettings;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.LocalJersey.Answer;
import io.github.mgsjaxrs.testing.LocalJersey.Call;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A body that takes its time: what was admitted by its headers may have expired at its end. */
class SlowBodiesTest {

  private static final byte[] BODY = "{\"activity\":\"newInstance\"}".getBytes(UTF_8);
  private static final Instant SIGNED = Instant.parse("2026-11-23T05:00:00Z");

  private Instant now = SIGNED;

  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  /** The body, whose last byte comes so much later than its first. */
  private InputStream slow(Duration later) {
    return new ByteArrayInputStream(BODY) {
      @Override
      public synchronized int read(byte[] target, int from, int count) {
        now = SIGNED.plus(later);
        return super.read(target, from, count);
      }
    };
  }

  private Answer kooGallery(Duration later) {
    MgsVerifierBuilder verifier =
        MgsVerifier.builder()
            .salt("koogallery", SignatureAlgorithm.KOOGALLERY, "the access key")
            .kooGallery(KooGallerySettings.DEFAULT.withClock(clock))
            .replayGuard((scope, token) -> true);
    String query = KooGallerySigner.of("the access key").signBody(null, BODY, SIGNED);
    now = SIGNED;
    try (LocalJersey jersey = LocalJersey.with(verifier, Marketplace.class)) {
      return slowly(jersey.call("POST", "/app/koogallery?" + query), later);
    }
  }

  private Answer rpc(Duration later, Set<ReplayScope> guarded) {
    MgsVerifierBuilder verifier =
        MgsVerifier.builder()
            .salt("app-1", SignatureAlgorithm.RPC_MD5, "secret")
            .rpc(RpcSettings.DEFAULT.withClock(clock))
            .replay(ReplaySettings.DEFAULT.withGuarded(guarded))
            .replayGuard((scope, token) -> true);
    String text =
        "secret&Operation-Type=com.example.call&Request-Data="
            + Base64.getEncoder().encodeToString(BODY)
            + "&Ts="
            + SIGNED.toEpochMilli();
    now = SIGNED;
    try (LocalJersey jersey = LocalJersey.with(verifier, Calls.class)) {
      Call call =
          jersey
              .call("POST", "/app/mgw")
              .header("AppId", "app-1")
              .header("Operation-Type", "com.example.call")
              .header("signType", "0")
              .header("Ts", SIGNED.toEpochMilli())
              .header("Sign", LocalJersey.md5(text, ""));
      return slowly(call, later);
    }
  }

  private Answer slowly(Call call, Duration later) {
    return call.header("Content-Length", BODY.length).stream(slow(later)).send();
  }

  /** Else it would be served a second time, once the replay guard forgot its nonce. */
  @Test
  void refusesWhatExpiredWhileItsBodyArrived() {
    assertThat(kooGallery(Duration.ofSeconds(60)).status()).isEqualTo(200);

    Answer late = kooGallery(Duration.ofSeconds(61));
    assertThat(late.status()).isEqualTo(401);
    assertThat(late.text()).contains("The timestamp is too far from now.");
    assertThat(late.logged("mgs.koogallery.window")).isTrue();
  }

  @Test
  void refusesGuardedCallsThatExpiredWhileTheirBodyArrived() {
    Set<ReplayScope> guarded = Set.of(ReplayScope.RPC);
    assertThat(rpc(Duration.ofSeconds(300), guarded).status()).isEqualTo(200);

    Answer late = rpc(Duration.ofSeconds(301), guarded);
    assertThat(late.status()).isEqualTo(401);
    assertThat(late.text()).contains("urn:mgsjaxrs:rejection:timestamp-expired");
  }

  @Test
  void servesCallsThatNobodyGuardsHoweverSlowTheirClientIs() {
    assertThat(rpc(Duration.ofSeconds(301), Set.of()).status()).isEqualTo(200);
  }
}
