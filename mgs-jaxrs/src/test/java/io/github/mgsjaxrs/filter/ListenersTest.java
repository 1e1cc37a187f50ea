package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.VerifiedCaller;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.internal.enforcement.Exchange;
import io.github.mgsjaxrs.internal.enforcement.VerdictListeners;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.lookup.VerifierLookups;
import io.github.mgsjaxrs.internal.proof.ServletRegistration;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.runtime.UriInfoAdapter;
import io.github.mgsjaxrs.internal.runtime.servlet.EntityStorages;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.keys.KeySet;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.Recorder;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.VerdictEvent;
import io.github.mgsjaxrs.verifier.VerdictEvent.Outcome;
import io.github.mgsjaxrs.verifier.VerdictListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.groups.Tuple;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who listens is told what each request came to; and what is found by looking. */
class ListenersTest {

  private static final String GET = "GET\n\n/app/orders";

  @Test
  void areToldOfCallersAndVerdicts() {
    try (Listening here = new Listening();
        LocalJersey jersey = LocalJersey.with(LocalJersey.twoKeys(), Orders.class)) {
      jersey.call("GET", "/app/orders?a=1").signed(GET + "?a=1").send();
      jersey.call("POST", "/app/orders").signed("refunds", "x").body("four").send();
      jersey.call("GET", "/app/orders").send();
      jersey.call("POST", "/app/orders").signed("x").header("Content-Length", 1L << 40).send();

      assertThat(here.callers).extracting(VerifiedCaller::keyId).containsExactly("orders");
      assertThat(here.verdicts)
          .extracting(
              VerdictEvent::outcome,
              VerdictEvent::rejection,
              VerdictEvent::keyId,
              VerdictEvent::algorithm,
              VerdictEvent::method,
              VerdictEvent::entityBytes)
          .containsExactly(
              told(Outcome.VERIFIED, null, "orders", "GET", 0),
              told(Outcome.REJECTED, Rejection.SIGNATURE_MISMATCH, "refunds", "POST", 4),
              told(Outcome.REJECTED, Rejection.SIGNATURE_MISSING, null, "GET", -1),
              told(Outcome.REJECTED, Rejection.BODY_TOO_LARGE, "orders", "POST", -1));
      assertThat(here.verdicts).extracting(VerdictEvent::path).containsOnly("/app/orders");
      assertThat(here.verdicts)
          .allSatisfy(event -> assertThat(event.duration().isNegative()).isFalse());
    }
  }

  private static Tuple told(
      Outcome outcome,
      @Nullable Rejection rejection,
      @Nullable String keyId,
      String method,
      long bytes) {
    return Tuple.tuple(
        outcome, rejection, keyId, keyId == null ? null : SignatureAlgorithm.MD5, method, bytes);
  }

  @Test
  void areToldOfReportsToo() {
    try (Listening here = new Listening();
        LocalJersey jersey =
            LocalJersey.with(LocalJersey.twoKeys().mode(Mode.REPORT), Orders.class)) {
      jersey.call("GET", "/app/orders").send();
      jersey.call("GET", "/app/orders").signed(GET).send();
      assertThat(here.verdicts)
          .extracting(VerdictEvent::outcome)
          .containsExactly(Outcome.REPORTED, Outcome.VERIFIED);
      assertThat(here.callers).isEmpty();
    }
  }

  @Test
  void areLeftOutWhereTheyDoNotWantToOrCannot() {
    for (RuntimeException failure :
        new RuntimeException[] {null, new IllegalStateException("no")}) {
      try (Listening here = new Listening();
          LocalJersey jersey = LocalJersey.with(LocalJersey.twoKeys(), Orders.class)) {
        here.listens = false;
        here.failure = failure;
        LocalJersey.Answer answer = jersey.call("GET", "/app/orders").signed(GET).send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(here.verdicts).isEmpty();
        assertThat(answer.exchange()).matches(exchange -> exchange.measure() == null);
        assertThat(answer.logged("SEVERE", "cannot be told of verdicts"))
            .isEqualTo(failure != null);
      }
    }
  }

  private static List<VerdictEvent> tell(KeyResolver keys, @Nullable String keyId) {
    List<VerdictEvent> told = new ArrayList<>();
    AtomicLong clock = new AtomicLong(-100);
    VerdictListener failing =
        new VerdictListener() {
          @Override
          public boolean listensTo(MgsVerifier verifier) {
            return true;
          }

          @Override
          public void told(VerdictEvent event) {
            told.add(event);
            throw new IllegalStateException("full");
          }
        };
    VerdictListeners listeners = new VerdictListeners(keys, List.of(failing, failing), clock::get);
    RequestSnapshot request =
        new RequestSnapshot(
            "PUT",
            new RequestLine("/p", "secret=1", false),
            LocalJersey.sent(List.of(), List.of()),
            List.of(),
            List.of(),
            false,
            false);
    Exchange exchange = new Exchange(null, request, new UriInfoAdapter(), false);
    listeners.tell(exchange, Outcome.VERIFIED, null);
    assertThat(told).as("nothing was begun").isEmpty();
    listeners.begin(exchange);
    clock.set(23);
    listeners.begin(exchange);
    if (keyId != null) {
      exchange.measure().foundKey(keyId, SignatureAlgorithm.SM3);
    }
    listeners.tell(exchange, Outcome.REJECTED, Rejection.NOT_COVERED);
    assertThat(told).hasSize(2);
    return told;
  }

  @Test
  void areAllToldThoughOneFails() {
    Recorder.clear();
    VerdictEvent event = tell(id -> Optional.empty(), "any").get(0);
    assertThat(event.duration()).isEqualTo(Duration.ofNanos(123));
    assertThat(event.keyId()).isEqualTo("any");
    assertThat(event.path()).isEqualTo("/p");
    assertThat(event.entityBytes()).isEqualTo(VerdictEvent.UNREAD);
    assertThat(event.code()).hasValue(7002);
    assertThat(Recorder.lines())
        .anyMatch(line -> line.startsWith("SEVERE") && line.contains("fails when it is told"));
  }

  @Test
  void areToldIdsAsTheConfigurationHasThem() {
    KeySet set = KeySet.of(Map.of("Orders", TextKey.salted(SignatureAlgorithm.MD5, "salt")));
    assertThat(tell(set, "Orders").get(0).keyId()).isEqualTo("Orders");
    assertThat(tell(set, "oRDERS").get(0).keyId()).isEqualTo("Orders");
    assertThat(tell(set, "others").get(0).keyId()).isNull();
    assertThat(tell(set, null).get(0).keyId()).isNull();
  }

  @Test
  void getEventsThatFitTogether() {
    VerdictEvent verified =
        new VerdictEvent(Outcome.VERIFIED, null, null, null, "GET", "/", 0, Duration.ZERO);
    assertThat(verified.code()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new VerdictEvent(Outcome.REJECTED, null, null, null, "GET", "/", 0, Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new VerdictEvent(
                    Outcome.VERIFIED,
                    Rejection.UNAVAILABLE,
                    null,
                    null,
                    "GET",
                    "/",
                    0,
                    Duration.ZERO));
  }

  @Test
  void findTheVerifierWhereTheFeatureHasNone() {
    MgsVerifier verifier = LocalJersey.twoKeys().build();
    try (Listening here = new Listening();
        LocalJersey jersey =
            new LocalJersey(new ResourceConfig(Orders.class).register(new MgsFeature()))) {
      assertThat(VerifierLookups.find()).isEmpty();
      here.found = verifier;
      assertThat(VerifierLookups.find()).containsSame(verifier);
      assertThat(jersey.call("GET", "/app/orders").signed(GET).send().status()).isEqualTo(200);
      assertThat(jersey.call("GET", "/app/orders").send().status()).isEqualTo(401);
    }
  }

  @Test
  void shareTheStorageOfTheFirstVerifier() {
    EntityStorages storages = new EntityStorages(ServletRegistration::configured);
    EntityStorage shipped = storages.first();
    assertThat(shipped.limits()).isEqualTo(Limits.defaults());
    assertThat(storages.first()).isSameAs(shipped);
    MgsVerifier verifier = LocalJersey.twoKeys().limits(Limits.defaults().withBody(7)).build();
    try (Listening here = new Listening()) {
      here.found = verifier;
      EntityStorage found = storages.first();
      assertThat(found.limits().body()).isEqualTo(7);
      assertThat(storages.of(verifier.settings().limits(), null)).isSameAs(found);
    }
    assertThat(storages.first().limits().body()).isEqualTo(7);
    assertThat(storages.of(Limits.defaults(), null).limits()).isEqualTo(Limits.defaults());
    assertThat(storages.first().limits().body()).isEqualTo(7);
  }
}
