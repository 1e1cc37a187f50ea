package io.github.mgsjaxrs.conformance.server;

import io.github.mgsjaxrs.conformance.dispatch.DispatchSuite;
import io.github.mgsjaxrs.conformance.matrix.RootSuitesAndMatrices;
import io.github.mgsjaxrs.conformance.registration.ApplicationsSuite;
import io.github.mgsjaxrs.conformance.registration.Registration;
import io.github.mgsjaxrs.conformance.registration.RegistrationSuite;
import io.github.mgsjaxrs.conformance.rewriting.RewrittenPathsSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.ReplaySuite;
import io.github.mgsjaxrs.conformance.war.WarFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;

/**
 * All suites on a server that has every web application in one start: {@link #wars} beside the one
 * at the root, each under the context path that its name says.
 *
 * <pre>{@code
 * class ConformanceTest extends ServerSuites { … endpoint(), profile() … }
 * }</pre>
 */
public abstract class ServerSuites extends RootSuitesAndMatrices {

  private static final String GUARDED = "replay";

  /** For the runtime's own class. */
  protected ServerSuites() {}

  /**
   * The web applications that are asked for beside the root's.
   *
   * @param guarded {@code SuiteWars::guarded}, or a variant of it that brings its own cache
   * @return to be deployed in any order
   */
  public static List<WarFile> wars(Function<String, WarFile> guarded) {
    List<WarFile> wars = new ArrayList<>();
    // both applications of one WAR are two ways
    for (Registration way :
        EnumSet.complementOf(EnumSet.of(Registration.TWO_APPLICATIONS_SECOND))) {
      wars.add(way.war());
    }
    wars.addAll(ApplicationsSuite.wars());
    wars.add(RewrittenPathsSuite.war());
    wars.add(DispatchSuite.war());
    wars.add(guarded.apply(GUARDED));
    return wars;
  }

  /**
   * Where these web applications are.
   *
   * @return the same server by default; another host of it where an application at the root would
   *     answer for those that were refused
   */
  protected Endpoint others() {
    return endpoint();
  }

  /**
   * Names the ways of registering that do not work here.
   *
   * @return see {@code RegistrationSuite}
   */
  protected Set<Registration> refusedRegistrations() {
    return Set.of();
  }

  /**
   * Whether the server finds applications below a context path with a blank.
   *
   * @return see {@code RegistrationSuite}
   */
  protected boolean takesBlanksInContextPaths() {
    return true;
  }

  /**
   * Whether several applications of one archive can each have a verifier of their own.
   *
   * @return see {@code ApplicationsSuite}
   */
  protected boolean takesSeveralVerifiers() {
    return true;
  }

  @Nested
  class Registrations extends RegistrationSuite {
    @Override
    protected Endpoint endpoint() {
      return others();
    }

    @Override
    protected String runtime() {
      return ServerSuites.this.runtime();
    }

    @Override
    protected Set<Registration> refused() {
      return refusedRegistrations();
    }

    @Override
    protected boolean takesBlanksInContextPaths() {
      return ServerSuites.this.takesBlanksInContextPaths();
    }
  }

  @Nested
  class Applications extends ApplicationsSuite {
    @Override
    protected Endpoint endpoint() {
      return others();
    }

    @Override
    protected boolean takesSeveralVerifiers() {
      return ServerSuites.this.takesSeveralVerifiers();
    }
  }

  @Nested
  class RewrittenPaths extends RewrittenPathsSuite {
    @Override
    protected Endpoint endpoint() {
      return others().below(NAME);
    }
  }

  @Nested
  class Dispatches extends DispatchSuite {
    @Override
    protected Endpoint endpoint() {
      return others().below(NAME);
    }
  }

  @Nested
  class Replays extends ReplaySuite {
    @Override
    protected Endpoint endpoint() {
      return others().below(GUARDED);
    }
  }
}
