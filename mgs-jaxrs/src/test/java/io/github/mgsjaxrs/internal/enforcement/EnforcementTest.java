package io.github.mgsjaxrs.internal.enforcement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.backend.internal.BackendScheme;
import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.request.SchemeHeaders;
import io.github.mgsjaxrs.internal.request.SentQuery;
import io.github.mgsjaxrs.internal.runtime.RuntimeAdapter;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a request is that comes back for every filter that finds it protected. */
class EnforcementTest {

  private static final Requirement ANY_KEY = Requirement.anyKey(Scheme.BACKEND);

  /** With what {@code printf body | openssl md5 -binary | base64} writes. */
  private static final String RIGHT =
      LocalJersey.md5("POST\nhBotaJrYa9FhFEdFPCLG/A==\n/p", "orders-1");

  private final EntityStorage storage = new EntityStorage(Limits.defaults(), null);
  private final Served runtime = new Served();
  private final MgsVerifier verifier = LocalJersey.twoKeys().build();
  private final Enforcement enforcement = new Enforcement(verifier, storage);

  @AfterEach
  void close() {
    verifier.close();
  }

  /** A runtime that serves what was sent, and lets entities arrive on demand. */
  private static final class Served implements RuntimeAdapter {

    private int arrivals;

    @Override
    public RequestLine of(ContainerRequestContext context) {
      return new RequestLine("/p", null, false);
    }

    @Override
    public boolean isServedAsSent(ContainerRequestContext context, String sent) {
      return true;
    }

    @Override
    public String servedQuery(ContainerRequestContext context) {
      return null;
    }

    @Override
    public boolean hasParsedNoBody(ContainerRequestContext context) {
      return true;
    }

    @Override
    public SentQuery.Reading queryParameters(ContainerRequestContext context) {
      return SentQuery.Reading.of(new MultivaluedHashMap<>());
    }

    @Override
    public boolean takesFormsWithoutType(ContainerRequestContext context) {
      return false;
    }

    @Override
    public boolean awaits(ContainerRequestContext context, EntityBuffer buffer) {
      return arrivals-- > 0;
    }
  }

  private static ContainerRequest request(String signature, String body) {
    URI base = URI.create("http://backend.example/");
    ContainerRequest request =
        new ContainerRequest(
            base, base.resolve("p"), "POST", null, new MapPropertiesDelegate(), null);
    request.getHeaders().add(BackendScheme.SIGNATURE_HEADER, signature);
    request.getHeaders().add(BackendScheme.KEY_HEADER, "orders");
    request.getHeaders().add("Content-Type", "text/plain");
    request.getHeaders().add("Content-Length", String.valueOf(body.length()));
    request.setEntityStream(new ByteArrayInputStream(body.getBytes(UTF_8)));
    return request;
  }

  private Exchange exchange(Enforcement by, ContainerRequest request) {
    return new Exchange(
        by,
        runtime.snapshot(request, List.of(SchemeHeaders.of(BackendScheme.HEADERS))),
        runtime,
        true);
  }

  private static Requirement keys(String id) {
    return Requirement.ofKeys(Scheme.BACKEND, Set.of(id), Coverage.AS_CONFIGURED);
  }

  @Test
  void admitsARequestOnceAndAsksOnlyWhatIsNewAfterwards() throws Exception {
    ContainerRequest request = request(RIGHT, "body");
    Exchange exchange = exchange(enforcement, request);
    enforcement.enforce(request, exchange, ANY_KEY);
    assertThat(request.getAbortResponse()).isNull();
    RequestState accepted = exchange.state();
    assertThat(accepted).isInstanceOf(RequestState.Accepted.class);
    enforcement.enforce(request, exchange, keys("orders"));
    assertThat(exchange.state()).isSameAs(accepted);
    assertThat(request.getEntityStream().readAllBytes()).asString().isEqualTo("body");
  }

  @Test
  void refusesAnAcceptedRequestThatIsAskedForAnotherKeyAndFreesItsEntity() {
    ContainerRequest request = request(RIGHT, "body");
    Exchange exchange = exchange(enforcement, request);
    enforcement.enforce(request, exchange, ANY_KEY);
    assertThat(storage.memory().used()).isPositive();
    enforcement.enforce(request, exchange, keys("refunds"));
    assertThat(request.getAbortResponse().getStatus()).isEqualTo(401);
    assertThat(exchange.verified()).isNull();
    assertThat(storage.memory().used()).isZero();
  }

  @Test
  void answersARefusedRequestOnceMoreAlikeWhateverIsAskedForNext() {
    ContainerRequest request = request(RIGHT, "other");
    Exchange exchange = exchange(enforcement, request);
    enforcement.enforce(request, exchange, ANY_KEY);
    Response refusal = request.getAbortResponse();
    assertThat(refusal.getStatus()).isEqualTo(401);
    request.abortWith(Response.ok().build());
    enforcement.enforce(request, exchange, keys("orders"));
    assertThat(request.getAbortResponse()).isSameAs(refusal);
    assertThat(storage.memory().used()).isZero();
  }

  @Test
  void awaitsAnEntityOnceAndVerifiesItThen() throws Exception {
    ContainerRequest request = request(RIGHT, "body");
    Exchange exchange = exchange(enforcement, request);
    runtime.arrivals = 1;
    enforcement.enforce(request, exchange, ANY_KEY);
    assertThat(exchange.awaits()).isTrue();
    assertThat(exchange.verified()).isNull();
    enforcement.enforce(request, exchange, ANY_KEY);
    assertThat(exchange.awaits()).isFalse();
    assertThat(exchange.verified().keyId()).isEqualTo("orders");
    assertThat(request.getEntityStream().readAllBytes()).asString().isEqualTo("body");
  }

  @Test
  void letsAReportedRequestGoOnWithItsWholeEntity() throws Exception {
    try (MgsVerifier reporting = LocalJersey.twoKeys().mode(Mode.REPORT).build()) {
      ContainerRequest request = request(RIGHT, "other");
      Enforcement reports = new Enforcement(reporting, storage);
      Exchange exchange = exchange(reports, request);
      reports.enforce(request, exchange, ANY_KEY);
      RequestState reported = exchange.state();
      assertThat(reported).isInstanceOf(RequestState.Reported.class);
      reports.enforce(request, exchange, keys("refunds"));
      assertThat(exchange.state()).isSameAs(reported);
      assertThat(request.getAbortResponse()).isNull();
      assertThat(request.getEntityStream().readAllBytes()).asString().isEqualTo("other");
      exchange.free();
      assertThat(storage.memory().used()).isZero();
    }
  }
}
