package io.github.mgsjaxrs.conformance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Three applications in one archive with one resource: without a mark, with one on an interface,
 * with one that admits one key; and two with a verifier each. Each is what it is, whichever of them
 * a stranger asks first.
 */
public abstract class ApplicationsSuite {

  private static final String VERIFIERS = "applications-verifier-%s";
  private static final String NAME = "applications-%s-first";

  /** One of the applications, by its path. */
  private enum Kind {
    OPEN,
    SHUT,
    KEYED;

    String path(String war) {
      return "/" + war + "/" + word() + "/marked";
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** For the runtime's own class. */
  protected ApplicationsSuite() {}

  /**
   * The archives; some are the same but for their names, as each can be asked for the first time
   * once.
   *
   * @return the archives, whose names are their context paths
   */
  public static List<WarFile> wars() {
    List<WarFile> wars = new ArrayList<>();
    for (String first : List.of("first", "second")) {
      wars.add(
          SuiteWars.withoutCdi(VERIFIERS.formatted(first))
              .classes(
                  MarkedResource.class,
                  FirstVerifierApplication.class,
                  SecondVerifierApplication.class));
    }
    Arrays.stream(Kind.values())
        .map(
            first ->
                SuiteWars.empty(NAME.formatted(first.word()))
                    .classes(
                        PlainResource.class,
                        OpenApplication.class,
                        ShutApplication.class,
                        ClosedApi.class,
                        KeyedApplication.class))
        .forEach(wars::add);
    return wars;
  }

  /**
   * Where the archives are deployed.
   *
   * @return an endpoint without context path
   */
  protected abstract Endpoint endpoint();

  @TestFactory
  Stream<DynamicTest> eachApplicationIsWhatItIsWhicheverIsAskedFirst() {
    return Arrays.stream(Kind.values())
        .map(first -> DynamicTest.dynamicTest(first + " first", () -> check(first)));
  }

  /**
   * Whether several applications of one archive can each have a verifier of their own.
   *
   * @return if not, one that would be verified by that of another stays closed
   */
  protected boolean takesSeveralVerifiers() {
    return true;
  }

  @TestFactory
  Stream<DynamicTest> eachApplicationAdmitsTheKeysOfItsOwnVerifierWhicheverIsAskedFirst() {
    return Stream.of("first", "second")
        .map(first -> DynamicTest.dynamicTest(first + " first", () -> checkVerifiers(first)));
  }

  private void checkVerifiers(String first) {
    List<String> order = new ArrayList<>(List.of("first", "second"));
    Collections.rotate(order, -order.indexOf(first));
    for (int round = 0; round < 2; round++) {
      for (String application : order) {
        String path = "/" + VERIFIERS.formatted(first) + "/" + application + "/marked";
        for (String id : List.of("first", "second")) {
          GatewayKey key = GatewayKey.salted(id, "MD5", "the " + id + " salt");
          assertThat(signed(path, key).status())
              .as(path + " by " + id)
              .isIn(
                  takesSeveralVerifiers()
                      ? Set.of(id.equals(application) ? 200 : 401)
                      : Set.of(id.equals(application) ? 200 : 401, 503));
        }
      }
    }
  }

  private void check(Kind first) {
    List<Kind> order = new ArrayList<>(List.of(Kind.values()));
    Collections.rotate(order, -first.ordinal());
    String war = NAME.formatted(first.word());
    for (int round = 0; round < 2; round++) {
      for (Kind kind : order) {
        check(kind, kind.path(war));
      }
    }
  }

  private void check(Kind kind, String path) {
    GatewayKey any = SuiteKeys.of("MD5");
    assertThat(unsigned(path).status()).as(path).isEqualTo(kind == Kind.OPEN ? 200 : 401);
    assertThat(signed(path, any).status()).as(path).isEqualTo(kind == Kind.KEYED ? 401 : 200);
    assertThat(signed(path, SuiteKeys.ofTeam()).text()).as(path).isEqualTo(Registration.SERVED);
  }

  private RawResponse unsigned(String path) {
    return endpoint().send(RawRequest.of("GET", path));
  }

  private RawResponse signed(String path, GatewayKey key) {
    return endpoint().send(GatewayCall.to("GET", path).signedWith(key));
  }
}
