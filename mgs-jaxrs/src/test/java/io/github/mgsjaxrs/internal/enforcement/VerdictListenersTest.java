package io.github.mgsjaxrs.internal.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.runtime.UriInfoAdapter;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.keys.KeySet;
import io.github.mgsjaxrs.testing.LocalJersey;
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
import org.junit.jupiter.api.Test;

class VerdictListenersTest {

  private static final VerificationKey SALTED = TextKey.salted(SignatureAlgorithm.MD5, "salt");

  private final AtomicLong nanos = new AtomicLong(1_000);
  private final List<VerdictEvent> told = new ArrayList<>();
  private final VerdictListener listener =
      new VerdictListener() {
        @Override
        public boolean listensTo(MgsVerifier verifier) {
          return true;
        }

        @Override
        public void told(VerdictEvent event) {
          told.add(event);
        }
      };

  private static Exchange exchange() {
    RequestSnapshot request =
        new RequestSnapshot(
            "POST",
            new RequestLine("/a;v=1/%62", "secret=value", false),
            LocalJersey.sent(List.of("signature"), List.of("orders")),
            List.of(),
            List.of(),
            false,
            false);
    return new Exchange(null, request, new UriInfoAdapter(), false);
  }

  private VerdictEvent toldOf(KeyResolver keys, String sent) {
    Exchange exchange = exchange();
    VerdictListeners listeners = new VerdictListeners(keys, List.of(listener), nanos::get);
    listeners.begin(exchange);
    exchange.measure().foundKey(sent, SignatureAlgorithm.MD5);
    listeners.tell(exchange, Outcome.VERIFIED, null);
    return told.remove(0);
  }

  @Test
  void measuresFromTheFirstLookOn() {
    VerdictListeners listeners =
        new VerdictListeners(KeySet.of(Map.of()), List.of(listener), nanos::get);
    Exchange exchange = exchange();
    listeners.begin(exchange);
    nanos.addAndGet(500);
    listeners.begin(exchange);
    nanos.addAndGet(200);
    listeners.tell(exchange, Outcome.REJECTED, Rejection.KEY_UNKNOWN);
    assertThat(told)
        .containsExactly(
            new VerdictEvent(
                Outcome.REJECTED,
                Rejection.KEY_UNKNOWN,
                null,
                null,
                "POST",
                "/a;v=1/%62",
                VerdictEvent.UNREAD,
                Duration.ofNanos(700)));
  }

  @Test
  void measuresNothingWhereNobodyListens() {
    VerdictListeners nobody = new VerdictListeners(KeySet.of(Map.of()), List.of(), nanos::get);
    Exchange exchange = exchange();
    nobody.begin(exchange);
    assertThat(exchange.measure()).isNull();
    nobody.tell(exchange, Outcome.VERIFIED, null);
  }

  @Test
  void spellsKeyIdsAsTheConfigurationDoes() {
    KeySet keys = KeySet.of(Map.of("orders", SALTED, "Refunds", SALTED));
    assertThat(toldOf(keys, "orders").keyId()).isEqualTo("orders");
    assertThat(toldOf(keys, "REFUNDS").keyId()).isEqualTo("Refunds");
    VerdictEvent odd = toldOf(keys, "somewhere else");
    assertThat(odd.keyId()).isNull();
    assertThat(odd.algorithm()).isEqualTo(SignatureAlgorithm.MD5);
    KeyResolver own = id -> Optional.of(SALTED);
    assertThat(toldOf(own, "From the vault").keyId()).isEqualTo("From the vault");
  }

  @Test
  void tellsTheOthersWhenOneListenerFails() {
    VerdictListener failing =
        new VerdictListener() {
          @Override
          public boolean listensTo(MgsVerifier verifier) {
            return true;
          }

          @Override
          public void told(VerdictEvent event) {
            throw new IllegalStateException("a listener's own fault");
          }
        };
    VerdictListeners listeners =
        new VerdictListeners(KeySet.of(Map.of()), List.of(failing, listener), nanos::get);
    Exchange exchange = exchange();
    listeners.begin(exchange);
    listeners.tell(exchange, Outcome.VERIFIED, null);
    assertThat(told).hasSize(1);
  }

  @Test
  void isOfOneKindOnly() {
    assertThatThrownBy(
            () ->
                new VerdictEvent(
                    Outcome.VERIFIED,
                    Rejection.KEY_UNKNOWN,
                    null,
                    null,
                    "GET",
                    "/",
                    0,
                    Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new VerdictEvent(Outcome.REPORTED, null, null, null, "GET", "/", 0, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
