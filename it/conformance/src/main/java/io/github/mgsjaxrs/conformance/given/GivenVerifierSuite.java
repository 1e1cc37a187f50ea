package io.github.mgsjaxrs.conformance.given;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.conformance.registration.Registration;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An application that makes its verifier itself: however it registers {@code new
 * MgsFeature(verifier)}, the keys and the paths of that verifier count, with {@code mgs-cdi} beside
 * it and without.
 */
public abstract class GivenVerifierSuite {

  private static final String BY_SETTINGS = "/guarded-by-settings";
  private static final GatewayKey KEY = GatewayKey.salted(OwnVerifier.KEY, "MD5", OwnVerifier.SALT);

  /** A way to register the feature. */
  enum Way {
    INSTANCE(InstanceApplication.class),
    FRESH_INSTANCE(FreshInstanceApplication.class),
    LISTED_FEATURE(ListingApplication.class, ListedFeature.class),
    FOUND_FEATURE(ScannedApplication.class, FoundFeature.class);

    private final Class<?>[] classes;

    Way(Class<?>... classes) {
      this.classes = classes;
    }

    private String name(String kind) {
      return "given-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + kind;
    }

    private String path(String kind, String resource) {
      return "/" + name(kind) + "/api" + resource;
    }

    private WarFile alone() {
      return filled(SuiteWars.withoutCdi(name("alone")));
    }

    private WarFile beans() {
      return filled(SuiteWars.withoutCdi(name("beans"))).file("WEB-INF/beans.xml", SuiteWars.BEANS);
    }

    private WarFile besideCdi() {
      Map<String, String> settings = SuiteWars.settings();
      settings.put("mgs.protect", BY_SETTINGS);
      return filled(SuiteWars.empty(name("cdi"))).settings(settings);
    }

    private WarFile filled(WarFile war) {
      return GivenVerifierSuite.filled(war, classes);
    }
  }

  /** For the runtime's own class. */
  protected GivenVerifierSuite() {}

  /**
   * The archives.
   *
   * @return the archives, whose names are their context paths
   */
  public static List<WarFile> wars() {
    List<WarFile> wars = new ArrayList<>();
    for (Way way : Way.values()) {
      wars.addAll(List.of(way.alone(), way.beans(), way.besideCdi()));
    }
    return wars;
  }

  /**
   * Adds a marked resource, one that is protected by path, and the verifier.
   *
   * @param war an archive with the libraries
   * @param classes the application that gives the verifier out
   * @return the archive
   */
  public static WarFile filled(WarFile war, Class<?>... classes) {
    return war.classes(MarkedResource.class, GuardedResource.class, OwnVerifier.class)
        .classes(classes);
  }

  /**
   * Where the archives are deployed.
   *
   * @return an endpoint without context path
   */
  protected abstract Endpoint endpoint();

  @ParameterizedTest
  @EnumSource
  void protectsMarksAndPathsByTheVerifierThatItWasGiven(Way way) {
    for (String kind : List.of("alone", "beans", "cdi")) {
      expectProtected(way.path(kind, "/marked"));
      expectProtected(way.path(kind, "/guarded/by-verifier"));
      assertThat(unsigned(way.path(kind, "/guarded/nothing")).status()).as(kind).isEqualTo(401);
      assertThat(unsigned(way.path(kind, "/open")).text()).as(kind).isEqualTo(Registration.SERVED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void protectsThePathsOfSettingsThatAreReadBesideIt(Way way) {
    expectProtected(way.path("cdi", BY_SETTINGS));
  }

  private void expectProtected(String path) {
    assertThat(unsigned(path).status()).as(path).isEqualTo(401);
    assertThat(signed(path, KEY).text()).as(path).isEqualTo(Registration.SERVED);
    // known to the settings alone
    assertThat(signed(path, SuiteKeys.of("MD5")).status()).as(path).isEqualTo(401);
  }

  private RawResponse unsigned(String path) {
    return endpoint().send(RawRequest.of("GET", path));
  }

  private RawResponse signed(String path, GatewayKey key) {
    return endpoint().send(GatewayCall.to("GET", path).signedWith(key));
  }
}
