package io.github.mgsjaxrs.internal.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import io.github.mgsjaxrs.settings.PathRule;
import io.github.mgsjaxrs.settings.PathScope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathProtectionTest {

  private static final PathRule ANY = PathRule.of(Scheme.BACKEND);

  private static final PathProtection API =
      new PathProtection(
          new PathScope(
              Map.of("/api/*", ANY, "/exact", ANY.withKeys(Set.of("only"))),
              List.of("/api/open/*"),
              false));

  @Test
  void letsAutomaticAnswersPassOnlyIfAllThatProtectPathsDo() {
    PathScope passing = new PathScope(Map.of("/api/*", ANY), List.of(), true);
    PathScope refusing = new PathScope(Map.of("/other/*", ANY), List.of(), false);
    PathProtection given = new PathProtection(passing);
    assertThat(given.knowsBeside()).isFalse();
    assertThat(given.passesPreflight()).isTrue();
    given.protectBeside(PathScope.NONE);
    assertThat(given.knowsBeside()).isTrue();
    assertThat(given.passesPreflight()).isTrue();
    given.protectBeside(refusing);
    assertThat(given.passesPreflight()).isFalse();
  }

  /** A client chooses how a path is spelled; an operator, what protects it. */
  @Test
  void tellsAPathThatCanBeReadInTwoWaysFromOneThatTwoSchemesProtect() {
    PathRule calls = PathRule.of(Scheme.RPC);
    Map<String, PathRule> apart = Map.of("/orders/*", ANY, "/calls/*", calls);
    PathProtection protection = new PathProtection(new PathScope(apart, List.of(), false));
    Requirement plain = protection.requirement("/app/rest/calls/x", "/app/rest/", "calls/x");
    assertThat(plain).isNotNull();
    assertThat(plain.whyNothingMeetsIt()).isNull();
    assertThat(plain.ofSeveralPaths()).isFalse();
    Requirement untold = protection.requirement("/app/rest/free", "/app/rest/", null);
    assertThat(untold).isNotNull();
    assertThat(untold.ofSeveralPaths()).isTrue();
    Requirement twoWays =
        protection.requirement("/app/rest/calls/..;/orders/x", "/app/rest/", "calls/..;/orders/x");
    assertThat(twoWays).isNotNull();
    assertThat(twoWays.ofSeveralPaths()).isTrue();
  }

  private static Requirement requirement(PathProtection protection, String raw) {
    return protection.requirement(raw, "/app/rest/", "never-matched");
  }

  /** Some runtimes tell their base with escapes, others without, and clients choose theirs. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/my%20rest/caf%C3%A9/",
        "/my rest/caf\u00e9/",
        "/my%20rest/caf%c3%a9",
        "/my%20rest/caf\u00e9"
      })
  void findsTheBaseHoweverItIsEscaped(String base) {
    for (String sent : List.of("/my%20rest/caf%C3%A9", "/my%20rest/caf%c3%a9")) {
      assertThat(API.requirement(sent + "/free", base, "free")).as(sent).isNull();
      assertThat(API.requirement(sent + "/api/open/x", base, "api/open/x")).as(sent).isNull();
      assertThat(API.requirement(sent + "/api/x", base, "free")).as(sent).isNotNull();
      assertThat(API.requirement(sent + "/%61pi/x", base, "free")).as(sent).isNotNull();
    }
    assertThat(API.requirement("/other/free", base, "free")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app/rest/api",
        "/app/rest/api/",
        "/app/rest/api/x",
        "/app/rest/%61pi/x",
        "/app/rest/%61%50%49/../api",
        "/app/rest//api/x",
        "//app/rest/api/x",
        "/app/rest/./api",
        "/app/rest/open/../api/x",
        "/app/rest/open/%2e%2e/api/x",
        "/app/rest/api;a=1/x",
        "/app/rest/;a=1/api/x",
        "/app/rest/api%3Ba=1/x",
        "/app/rest/open%2F..%2Fapi",
        "/app/rest/api/../x",
        "/app/rest/exact",
        "/app/rest/exact/",
        "/app/rest/exact;v=1",
        "/app;j=1/rest/api",
        "/elsewhere",
        "/app/rest/api/open/../x",
        "/app/rest/api/open/%2e%2e/x",
        "/app/rest/api/x/../open",
        "/app/rest/api/%zz",
        "/app/rest/api/%6Fpen/x",
        "/app/rest/../rest/api/x"
      })
  void protectsEveryWayToWriteAProtectedPath(String raw) {
    assertThat(requirement(API, raw)).as(raw).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app/rest",
        "/app/rest/",
        "/app/rest/apix",
        "/app/rest/exact/below",
        "/app/rest/API",
        "/app/rest/other/api",
        "/app/rest/api/open",
        "/app/rest/api/open/x"
      })
  void leavesOtherPathsAlone(String raw) {
    String relative = raw.replace("/app/rest", "");
    assertThat(API.requirement(raw, "/app/rest/", relative)).as(raw).isNull();
  }

  @Test
  void looksAtThePathThatTheRuntimeMatchesToo() {
    assertThat(API.requirement("/app/rest/alias", "/app/rest/", "api/x")).isNotNull();
    assertThat(API.requirement("/app/rest/api/open", "/app/rest/", "api/x")).isNotNull();
  }

  @Test
  void asksForTheKeysOfEveryMatchingPattern() {
    PathProtection both =
        new PathProtection(
            new PathScope(
                Map.of(
                    "/*", ANY.withKeys(Set.of("a", "b")), "/x/*", ANY.withKeys(Set.of("b", "c"))),
                List.of(),
                false));
    Requirement requirement = both.requirement("/x/y", "/", "x/y");
    assertThat(requirement.admitted())
        .containsExactlyInAnyOrder(Set.of("a", "b"), Set.of("b", "c"));
  }

  @Test
  void protectsEverythingWhereTold() {
    PathProtection all = new PathProtection(new PathScope(Map.of("/*", ANY), List.of(), false));
    assertThat(all.requirement("/", "/", "")).isNotNull();
    assertThat(all.requirement("/any/thing", "/", "any/thing")).isNotNull();
  }

  @Test
  void asksForNothingWhereNoPathIsProtected() {
    assertThat(requirement(new PathProtection(PathScope.NONE), "/app/rest/api")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/*", "/api*", "/*/x", "/a//b", "/%61", "/a;b", "*", ""})
  void refusesPatternsThatAreNoPlainPaths(String pattern) {
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> new PathScope(Map.of(pattern, ANY), List.of(), false))
        .withMessageContaining("The pattern of paths is '" + pattern + "'");
  }

  /** They would be taken for protection and match no path that is ever asked for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/",
        "/api//*",
        "/orders/{id}",
        "/./api",
        "/api/../x",
        "/api/..",
        "/a?b",
        "/a#b"
      })
  void refusesPatternsThatWouldMatchNothing(String pattern) {
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> new PathScope(Map.of(pattern, ANY), List.of(), false))
        .withMessageContaining("'" + pattern + "'");
  }

  @Test
  void takesTheRootForItself() {
    PathProtection root = new PathProtection(new PathScope(Map.of("/", ANY), List.of(), false));
    assertThat(root.requirement("/", "/", "")).isNotNull();
    assertThat(root.requirement("/x", "/", "x")).isNull();
  }

  /** A filter may have put a path there of which the runtime can make nothing. */
  @Test
  void protectsWhereNobodyKnowsWhatIsMatched() {
    assertThat(API.requirement("/app/rest/free", "/app/rest/", "free")).isNull();
    assertThat(API.requirement("/app/rest/free", "/app/rest/", null)).isNotNull();
  }
}
