package io.github.mgsjaxrs.conformance.lost;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.registration.Registration;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import org.junit.jupiter.api.Test;

/**
 * Whatever web application of an enterprise application a request is for: the settings in force are
 * its own, or it is not served.
 */
public abstract class EnterpriseSuite {

  /** For the runtime's own class. */
  protected EnterpriseSuite() {}

  /**
   * Where the applications of {@code SuiteEars} listen, each under its own context path.
   *
   * @return an endpoint without context path
   */
  protected abstract Endpoint endpoint();

  @Test
  void protectsAllWebApplicationsByTheSettingsBesideTheLibrary() {
    isProtected("/ear-first/marked");
    isProtected("/ear-second/marked");
  }

  @Test
  void protectsEachWebApplicationThatHoldsTheLibrary() {
    isProtected("/ear-marked/marked");
    isProtected("/ear-by-path/marked");
  }

  @Test
  void servesNoWebApplicationThatHasOtherSettingsThanItsVerifier() {
    // the first request decides which settings are looked at, where anything is shared
    unsigned("/ear-open/marked");
    RawResponse unsigned = unsigned("/ear-protected/marked");
    assertThat(unsigned.status()).as("%s", unsigned).isGreaterThanOrEqualTo(400);
    assertThat(unsigned.text()).isNotEqualTo(Registration.SERVED);
  }

  private void isProtected(String path) {
    RawResponse unsigned = unsigned(path);
    assertThat(unsigned.status()).as("%s, unsigned: %s", path, unsigned).isEqualTo(401);
    RawResponse signed =
        endpoint().send(GatewayCall.to("GET", path).signedWith(SuiteKeys.of("MD5")));
    assertThat(signed.status()).as("%s, signed: %s", path, signed).isEqualTo(200);
  }

  private RawResponse unsigned(String path) {
    return endpoint().send(RawRequest.of("GET", path));
  }
}
