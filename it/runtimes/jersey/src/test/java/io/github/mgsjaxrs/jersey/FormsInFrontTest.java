package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Exchange;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawConnection;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.settings.Limits;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A filter in front may ask for form parameters before anybody has verified the form: what it reads
 * then comes out of the verifier's limits, and lies in the verifier's folder.
 */
class FormsInFrontTest {

  private static final int DISK = 1024 * 1024;
  private static final int TOTAL_MEMORY = 2 * 1024 * 1024;

  @TempDir static Path temporary;

  @RegisterExtension
  static final SharedServer SERVER =
      JettyServer.echo(
              () ->
                  TestVerifiers.builder()
                      .tempDirectory(temporary)
                      .limits(
                          TestVerifiers.limits()
                              .withTotalDisk(DISK)
                              .withTotalMemory(TOTAL_MEMORY)
                              .withMemory(16 * Limits.KIB)))
          .behind(new FieldCounter())
          .initializedByTheLibrary();

  private static final GatewayKey KEY = SuiteKeys.of("MD5");

  /** The numbers of fields that the filter in front saw, by path. */
  private static final Map<String, Integer> SEEN = new ConcurrentHashMap<>();

  /** Asks for the parameters of every form. */
  static final class FieldCounter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      SEEN.put(((HttpServletRequest) request).getRequestURI(), request.getParameterMap().size());
      chain.doFilter(request, response);
    }
  }

  @Test
  void showsTheFieldsInFrontAndToTheResource() {
    Exchange.of(
            SERVER.endpoint(),
            GatewayCall.to("POST", "/two")
                .field("a", "1")
                .field("b", "x".repeat(30_000))
                .signedWith(KEY))
        .isServedWhole(KEY);
    assertThat(SEEN).containsEntry("/two", 2);
  }

  @Test
  void answersAFormOfTooManyFieldsAsAnyOtherWhereAFilterAskedForThem() {
    RawRequest many = form("/many", "a=1&".repeat(20_000));
    Exchange.of(SERVER.endpoint(), many)
        .isRefused(400, OptionalInt.of(7001), "parameters-too-many");
    assertThat(SEEN).containsEntry("/many", 0);
  }

  @Test
  void leavesTheFieldsOutWhereTheyWouldTakeMoreMemoryThanAllRequestsMay() {
    RawRequest large = form("/large", "a=" + "x".repeat(TOTAL_MEMORY / 5));
    Exchange.of(SERVER.endpoint(), large).isRefused(413, OptionalInt.empty(), "body-too-large");
    assertThat(SEEN).containsEntry("/large", 0);
  }

  @Test
  void givesTheMemoryOfTheFieldsBackWhenARequestIsOver() {
    // so small that the one before may still hold its own when its client has the answer already
    for (int i = 0; i < 30; i++) {
      String path = "/again" + i;
      Exchange.of(
              SERVER.endpoint(),
              GatewayCall.to("POST", path)
                  .field("a", "x".repeat(TOTAL_MEMORY / 16))
                  .signedWith(KEY))
          .isServed();
      assertThat(SEEN).containsEntry(path, 1);
    }
  }

  @Test
  void sharesTheDiskWithTheVerification() {
    RawRequest inFront = form("/stalls", "a=" + "x".repeat(DISK * 3 / 4));
    RawRequest upload =
        GatewayCall.to("POST", "/upload")
            .body("application/octet-stream", new byte[DISK * 3 / 4])
            .signedWith(KEY);
    // the verifier came with a feature, which nobody knew before the first request
    Exchange.of(SERVER.endpoint(), upload).isServedWhole(KEY);
    settles(() -> leavesNoRoomFor(upload, inFront));
    settles(() -> SERVER.endpoint().send(upload).status() == 200);
  }

  /** Not at once, where the request before has its answer and still holds what the form needs. */
  private static boolean leavesNoRoomFor(RawRequest upload, RawRequest inFront) {
    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    try (RawConnection stalled = SERVER.endpoint().connect()) {
      stalled.sendHead(inFront);
      stalled.sendBodyPart(inFront, DISK / 2);
      for (int i = 0; i < 50; i++) {
        if (SERVER.endpoint().send(upload).status() == 503) {
          assertThat(files()).as("files of the filter in front").isZero();
          return true;
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
      return false;
    }
  }

  private static RawRequest form(String path, String fields) {
    return GatewayCall.to("POST", path)
        .formCharset(StandardCharsets.UTF_8)
        .signedWith(KEY, new Framing.None())
        .body(fields.getBytes(StandardCharsets.US_ASCII));
  }

  private static void settles(BooleanSupplier settled) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!settled.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the time until it settles").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** None has a name: each was unlinked right after it was opened. */
  private static long files() {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
