package io.github.mgsjaxrs.conformance.lost;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.registration.Registration;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * By whatever setting the filters are kept away from an application: it verifies all the same, or
 * answers nothing.
 */
public abstract class LostFiltersSuite {

  /** For the runtime's own class. */
  protected LostFiltersSuite() {}

  /**
   * Where the applications listen, each under its own context path.
   *
   * @return an endpoint without context path
   */
  protected abstract Endpoint endpoint();

  /**
   * The ways that do keep the filters away on this runtime: requests are answered 503.
   *
   * @return the ways; the others change nothing there
   */
  protected abstract Set<LostFilters> refused();

  @TestFactory
  Stream<DynamicTest> answersNothingWhereTheFiltersAreLost() {
    return Arrays.stream(LostFilters.values())
        .map(way -> DynamicTest.dynamicTest(way.name(), () -> check(way)));
  }

  private void check(LostFilters way) {
    int unsigned = refused().contains(way) ? 503 : 401;
    int signed = refused().contains(way) ? 503 : 200;
    // the second time too
    for (int i = 0; i < 2; i++) {
      RawResponse answer = endpoint().send(RawRequest.of("GET", way.path()));
      assertThat(answer.status()).as("%s, unsigned\n%s", way, answer).isEqualTo(unsigned);
      assertThat(answer.text()).isNotEqualTo(Registration.SERVED);
    }
    RawResponse answer =
        endpoint().send(GatewayCall.to("GET", way.path()).signedWith(SuiteKeys.of("MD5")));
    assertThat(answer.status()).as("%s, signed\n%s", way, answer).isEqualTo(signed);
  }
}
