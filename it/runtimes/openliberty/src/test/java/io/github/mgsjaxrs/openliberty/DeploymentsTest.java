package io.github.mgsjaxrs.openliberty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.enterprise.SessionBeanSuite;
import io.github.mgsjaxrs.conformance.lost.EnterpriseSuite;
import io.github.mgsjaxrs.conformance.lost.LostFilters;
import io.github.mgsjaxrs.conformance.lost.LostFiltersSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.war.SuiteEars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deployments on Open Liberty that are in the way of the filters or of their settings. */
class DeploymentsTest extends EnterpriseSuite {

  @RegisterExtension
  static final LibertyServer SERVER =
      new LibertyServer(wars())
          .with(
              SessionBeanSuite.beside(),
              SuiteEars.settingsOfAll(),
              SuiteEars.librariesOfWars(),
              SuiteEars.settingsOfWars());

  private static List<WarFile> wars() {
    return Stream.concat(
            Arrays.stream(LostFilters.values()).map(LostFilters::war),
            Stream.of(SessionBeanSuite.within()))
        .toList();
  }

  @Override
  protected Endpoint endpoint() {
    return SERVER.endpoint();
  }

  @Test
  void tellsWhichSettingsOfAWebApplicationWouldBeIgnored() {
    SERVER.endpoint().send(RawRequest.of("GET", "/ear-open/marked"));
    SERVER.endpoint().send(RawRequest.of("GET", "/ear-protected/marked"));
    assertThat(SERVER.log())
        .contains("The settings of this application are not those of the verifier")
        .contains("would meet: mgs.protect differ.");
  }

  @Nested
  class KeptAway extends LostFiltersSuite {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
    }

    /** Liberty takes the switch from the application alone. */
    @Override
    protected Set<LostFilters> refused() {
      return Set.of(LostFilters.PROPERTIES, LostFilters.ONE_FILTER);
    }
  }

  @Nested
  class SessionBeans extends SessionBeanSuite {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
    }

    /** They need {@code enterpriseBeans-4.0}, of which this server has the lite part. */
    @Override
    protected boolean hasRemoteViews() {
      return false;
    }
  }
}
