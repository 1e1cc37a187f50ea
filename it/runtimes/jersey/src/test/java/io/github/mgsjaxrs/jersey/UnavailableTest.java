package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.Exchange;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawConnection;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.keys.KeysUnavailableException;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 503: the request may be right, but cannot be verified now. */
class UnavailableTest {

  private static final int DISK = 1024 * 1024;

  @RegisterExtension
  static final SharedServer LITTLE_DISK =
      GrizzlyServer.echo(
          () -> TestVerifiers.builder().limits(TestVerifiers.limits().withTotalDisk(DISK)));

  @RegisterExtension
  static final SharedServer WITHOUT_KEYS =
      GrizzlyServer.echo(
          () ->
              MgsVerifier.builder()
                  .keys(
                      keyId -> {
                        throw new KeysUnavailableException("the vault does not answer");
                      }));

  private static final GatewayKey KEY = SuiteKeys.of("MD5");

  @Test
  void answersUnavailableBeforeReadingABodyThatFitsOnNoDisk() {
    RawRequest request =
        upload(new byte[0]).signedWith(KEY, new Framing.Announced(DISK + 100_000L));
    String ticket = Endpoint.newTicket();
    try (RawConnection connection = LITTLE_DISK.endpoint().connect()) {
      connection.sendHead(Endpoint.ticketed(request, ticket));
      new Exchange(LITTLE_DISK.endpoint(), request, ticket, connection.response(request))
          .isRefused(503, OptionalInt.empty(), "unavailable");
    }
  }

  @Test
  void answersUnavailableWhenChunksFillTheDisk() {
    Exchange.of(
            LITTLE_DISK.endpoint(),
            upload(new byte[DISK + 200_000]).signedWith(KEY, new Framing.Chunked(10_000)))
        .isRefused(503, OptionalInt.empty(), "unavailable");
  }

  @Test
  void freesTheDiskWhenARequestIsOver() {
    for (int i = 0; i < 20; i++) {
      Exchange.of(LITTLE_DISK.endpoint(), upload(new byte[DISK * 3 / 4]).signedWith(KEY))
          .isServedWhole(KEY);
    }
  }

  @Test
  void answersUnavailableWhenTheKeysCannotBeTold() {
    Exchange exchange =
        Exchange.of(WITHOUT_KEYS.endpoint(), GatewayCall.to("GET", "/x").signedWith(KEY));
    exchange.isRefused(503, OptionalInt.empty(), "unavailable");
    assertThat(exchange.response().text()).doesNotContain("vault");
  }

  private static GatewayCall upload(byte[] body) {
    return GatewayCall.to("POST", "/upload").body("application/octet-stream", body);
  }
}
