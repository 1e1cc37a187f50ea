package io.github.mgsjaxrs.jersey;

import static io.github.mgsjaxrs.jersey.KeysOfPaths.TEAM_A;
import static io.github.mgsjaxrs.jersey.KeysOfPaths.TEAM_B;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code @MgsSigned(keys = …)}: the salt of one API group does not open another's resources. */
class KeysOfResourceTest {

  @RegisterExtension
  static final SharedServer SERVER =
      GrizzlyServer.of(TestVerifiers::builder, SmallApplications::ofTeams);

  private static final KeysOfPaths KEYS = new KeysOfPaths(SERVER);

  @Test
  void admitsANamedKey() {
    KEYS.areAdmittedAt("/team-a", TEAM_A);
  }

  @Test
  void refusesAnotherKeyAsIfItWereUnknown() {
    KEYS.isUnknownAt("/team-a", TEAM_B);
  }

  @Test
  void asksForAKeyThatEveryMarkOnTheWayAdmits() {
    KEYS.areAdmittedAt("/team-a/two", TEAM_A);
    KEYS.isUnknownAt("/team-a/two", TEAM_B);
  }

  @Test
  void admitsEveryKeyWhereNoneIsNamed() {
    KEYS.areAdmittedAt("/any-team", TEAM_A, TEAM_B);
  }
}
