package io.github.mgsjaxrs.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Targets and hosts that a server takes and of which no {@code java.net.URI} can be made, where the
 * runtime makes one only when it is asked: resources that anybody may ask answer as ever, and a
 * signed request for one that is protected is refused.
 */
public abstract class NoUriSuite {

  /** Asks for no URI, as the runtime could not make one. */
  private static final String OPEN = "/matrix/calls";

  private static final List<String> TARGETS =
      List.of("/x[", "/a]b", "/x?a=%", "/x?a=%zz", "/x?a={", "/x?a=|", "/x?a=^", "/x?a=[");

  private static final List<String> HOSTS = List.of("h a", "h%", "{h}", "h\"");

  /** For the runtime's own class. */
  protected NoUriSuite() {}

  /**
   * Where the echo application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  @TestFactory
  Stream<DynamicTest> answersWhatIsNoUri() {
    return TARGETS.stream().map(target -> DynamicTest.dynamicTest(target, () -> check(target)));
  }

  @TestFactory
  Stream<DynamicTest> answersWhatComesFromNoHost() {
    return HOSTS.stream()
        .map(
            host ->
                DynamicTest.dynamicTest(
                    host,
                    () ->
                        expectNoFault(
                            endpoint()
                                .send(
                                    RawRequest.of("GET", OPEN + "/x")
                                        .withoutHeader("Host")
                                        .header("Host", host)))));
  }

  private void check(String target) {
    expectNoFault(endpoint().send(RawRequest.of("GET", OPEN + target)));
    expectNoFault(endpoint().send(RawRequest.of("GET", "/signed" + target)));
    if (target.indexOf('?') < 0) {
      // an escape that is none cannot be verified at all
      expectNoFault(
          endpoint()
              .send(GatewayCall.to("GET", "/signed" + target).signedWith(SuiteKeys.of("MD5"))));
    }
  }

  private static void expectNoFault(RawResponse response) {
    assertThat(response.status()).as("%s", response).isLessThan(500);
  }
}
