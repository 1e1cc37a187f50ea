package io.github.mgsjaxrs.openliberty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.war.SuiteEars;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The library in {@code lib/} of an enterprise application, with Jakarta REST 3.0. */
class OutsideOfWebApplicationsTest {

  @RegisterExtension
  static final LibertyServer SERVER =
      new LibertyServer(List.of()).ofJakartaEe9().with(SuiteEars.settingsOfAll().ofJakartaEe9());

  @Test
  void refusesTheStartWhereNothingWouldBeVerified() {
    assertThat(SERVER.log())
        .contains("CWWKZ0002E", "mgs-jaxrs lies outside of the web applications");
    assertThat(SERVER.endpoint().send(RawRequest.of("GET", "/ear-first/marked")).status())
        .isEqualTo(404);
  }
}
