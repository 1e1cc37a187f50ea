package io.github.mgsjaxrs.conformance.rewriting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Open paths that a filter of the application changes into protected ones, in every way to write
 * them: with the path of the application in front, without it, and with less than it is long.
 */
public abstract class RewrittenPathsSuite {

  /** The name of the archive, and its context path. */
  public static final String NAME = "rewriting";

  private static final List<String> PROTECTED = List.of("one", "shut/x", "shut", "shut/x/y");

  /** In front of a path that is protected. */
  private static final List<String> FRONTS =
      List.of(
          "",
          "/",
          "//",
          "/api/",
          "/api//",
          "/api/./",
          "/api/x/../",
          "/api;x=1/",
          "/ap/../api/",
          "/API/",
          "/x/",
          "/xxx/",
          "/xxxx/",
          "/open/",
          "http://h/",
          "http://h/api/",
          "//h/api/");

  /** What is shorter than the path of the application, and the like. */
  private static final List<String> SHORT =
      List.of(
          "", "/", "/a", "/ap", "/api", "/api/", "a", "?a=1", "#one", "/mm", "http://h", "/a?/one");

  /** For the runtime's own class. */
  protected RewrittenPathsSuite() {}

  /** All of the application. */
  public static List<Class<?>> classes() {
    return List.of(
        RewritingApplication.class,
        RewritingApplication.Open.class,
        RewritingApplication.One.class,
        RewritingApplication.Shut.class,
        RewritingApplication.Rewriting.class);
  }

  /** Its settings. */
  public static Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>(SuiteKeys.settings());
    settings.put("mgs.protect", "/one,/shut/*");
    return settings;
  }

  /**
   * The same as an archive.
   *
   * @return the archive, whose name is its context path
   */
  public static WarFile war() {
    return SuiteWars.empty(NAME).classes(classes().toArray(Class<?>[]::new)).settings(settings());
  }

  /**
   * Where the application is.
   *
   * @return an endpoint with its context path, and without {@code api}
   */
  protected abstract Endpoint endpoint();

  @Test
  void servesWhatIsOpenAndWhatIsSigned() {
    assertThat(send("/open").text()).isEqualTo(RewritingApplication.OPEN);
    String path = endpoint().base() + "/api/one";
    assertThat(endpoint().send(GatewayCall.to("GET", path).signedWith(SuiteKeys.of("MD5"))).text())
        .isEqualTo(RewritingApplication.SERVED);
    assertThat(send("/one").status()).isEqualTo(401);
    assertThat(send("/shut/x").status()).isEqualTo(401);
  }

  @TestFactory
  Stream<DynamicTest> servesNothingProtectedUnsigned() {
    return targets().stream()
        .map(to -> DynamicTest.dynamicTest("rewritten to " + to, () -> check(to)));
  }

  private List<String> targets() {
    List<String> targets = new ArrayList<>(SHORT);
    for (String path : PROTECTED) {
      for (String front : FRONTS) {
        targets.add(front + path);
        if (front.startsWith("/") && !front.startsWith("//")) {
          targets.add(endpoint().base() + front + path);
          targets.add("http://h" + endpoint().base() + front + path);
        }
      }
    }
    return targets.stream().distinct().toList();
  }

  private void check(String to) {
    RawResponse answer = send("/open", "Rewrite-To", to);
    assertThat(answer.text()).as("%s", answer).isNotEqualTo(RewritingApplication.SERVED);
    // a proxy that is not trusted, or one that lets the client choose
    for (String prefix : List.of("/shut", "/y#", "/y?z", "/api", "/one")) {
      RawResponse forwarded = send("/open", "Rewrite-To", to, "X-Forwarded-Prefix", prefix);
      assertThat(forwarded.text())
          .as("%s: %s", prefix, forwarded)
          .isNotEqualTo(RewritingApplication.SERVED);
    }
  }

  private RawResponse send(String path, String... headers) {
    RawRequest request = RawRequest.of("GET", endpoint().base() + "/api" + path);
    for (int i = 0; i < headers.length; i += 2) {
      request = request.header(headers[i], headers[i + 1]);
    }
    return endpoint().send(request);
  }
}
