package io.github.mgsjaxrs.jersey;

import static io.github.mgsjaxrs.jersey.KeysOfPaths.TEAM_A;
import static io.github.mgsjaxrs.jersey.KeysOfPaths.TEAM_B;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@code mgs.protect."<pattern>".keys}: the salt of one API group does not open another's paths.
 */
class KeysOfPatternTest {

  @RegisterExtension
  static final SharedServer SERVER =
      GrizzlyServer.of(
          () ->
              TestVerifiers.builder()
                  .protect("/api/*")
                  .protectWithKeys("/api/orders/*", Set.of("team.a/orders")),
          SmallApplications::pathScope);

  private static final KeysOfPaths KEYS = new KeysOfPaths(SERVER);

  @Test
  void admitsTheKeyOfThePatternThere() {
    KEYS.areAdmittedAt("/api/orders/7", TEAM_A);
  }

  @Test
  void refusesAnotherKeyThereAsIfItWereUnknown() {
    KEYS.isUnknownAt("/api/orders/7", TEAM_B);
    KEYS.isUnknownAt("/api/%6Frders/7", TEAM_B);
    KEYS.isUnknownAt("/api/x/../orders/7", TEAM_B);
    KEYS.isUnknownAt("/api/orders;v=1/7", TEAM_B);
  }

  @Test
  void admitsEveryKeyUnderAPatternThatNamesNone() {
    KEYS.areAdmittedAt("/api/x", TEAM_A, TEAM_B);
  }
}
