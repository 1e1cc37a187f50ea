package io.github.mgsjaxrs.tomee;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.registration.Registration;
import io.github.mgsjaxrs.conformance.registration.ScanningApplication;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.tomee.objects.ChosenResources;
import io.github.mgsjaxrs.tomee.objects.HandedOutResources;
import io.github.mgsjaxrs.tomee.objects.LocatedResources;
import io.github.mgsjaxrs.tomee.objects.ProvidedResources;
import io.github.mgsjaxrs.tomee.objects.SingletonsApplication;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CXF shows classes of resources: what counts are the marks of the objects. */
@DisabledForJreRange(
    minVersion = 24,
    disabledReason =
        "TomEE 9 does not start there: it sets a system-wide Policy, which Java 24 took away (JEP 486)")
class ShownClassesTest {

  private static final String LOCATED = "objects-located";
  private static final String DECLARED = "objects-declared";
  private static final String SINGLETONS = "objects-singletons";
  private static final String CHOSEN = "objects-chosen";
  private static final String HANDED_OUT = "objects-handed-out";
  private static final String PROVIDED = "objects-provided";

  private static final GatewayKey OWN = GatewayKey.salted("own", "MD5", "a salt");

  @RegisterExtension
  static final TomeeServer SERVER = new TomeeServer("objects", List.of(), applications());

  private static List<WarFile> applications() {
    return Stream.of(
            located(LOCATED),
            located(DECLARED)
                .file(
                    "WEB-INF/openejb-jar.xml",
                    LostProviders.pojo(
                        "jaxrs-application", "cxf.jaxrs.staticSubresourceResolution = true")),
            SuiteWars.empty(SINGLETONS).classes(SingletonsApplication.class),
            SuiteWars.withoutCdi(CHOSEN)
                .file("WEB-INF/beans.xml", SuiteWars.BEANS)
                .classes(ChosenResources.class, Registration.class),
            SuiteWars.empty(HANDED_OUT)
                .classes(HandedOutResources.class, ScanningApplication.class, Registration.class)
                .file(
                    "WEB-INF/classes/META-INF/services/jakarta.enterprise.inject.spi.Extension",
                    HandedOutResources.OwnExtension.class.getName()),
            LostProviders.cxfServlets(PROVIDED, ProvidedResources.Start.class)
                .classes(ProvidedResources.class, Registration.class))
        .map(TomeeApplications::withConfig)
        .toList();
  }

  private static WarFile located(String name) {
    return SuiteWars.empty(name)
        .classes(LocatedResources.class, ScanningApplication.class, Registration.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LOCATED + "/dollar/declared",
        LOCATED + "/dollar/undeclared",
        LOCATED + "/dollar/method",
        LOCATED + "/dollar/deep/marked",
        LOCATED + "/dollar/deep/deep/deep/marked",
        LOCATED + "/led/marked",
        LOCATED + "/typed/interface",
        DECLARED + "/dollar/declared",
        DECLARED + "/dollar/undeclared",
        DECLARED + "/dollar/deep/deep/marked",
        DECLARED + "/led/marked/further",
        DECLARED + "/typed/interface",
        DECLARED + "/typed/abstract",
        DECLARED + "/typed/class",
        SINGLETONS + "/marked",
        HANDED_OUT + "/scoped",
        HANDED_OUT + "/made/injected",
        HANDED_OUT + "/made/scoped"
      })
  void findsTheMarksOfTheObjectBehindAnotherClass(String path) {
    expectMarked("/" + path, SuiteKeys.of("MD5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CHOSEN + "/replaced",
        CHOSEN + "/replaced/located",
        CHOSEN + "/produced",
        CHOSEN + "/locating/marked",
        PROVIDED + "/cxf/api",
        PROVIDED + "/cxf/single",
        PROVIDED + "/cxf/single/located",
        PROVIDED + "/cxf/fresh",
        PROVIDED + "/cxf/fresh/located",
        PROVIDED + "/cxf/own/located"
      })
  void findsTheMarksOfWhatOthersPutInThePlaceOfAClass(String path) {
    expectMarked("/" + path, OWN);
  }

  private static void expectMarked(String path, GatewayKey key) {
    RawRequest signed = GatewayCall.to("GET", path).signedWith(key);
    assertThat(SERVER.others().send(RawRequest.of("GET", path)).status()).isEqualTo(401);
    assertThat(SERVER.others().send(signed).text()).isEqualTo(Registration.SERVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {LOCATED + "/proxied/own", DECLARED + "/proxied/own", PROVIDED + "/cxf/own"})
  void refusesWhereNobodyKnowsTheClass(String path) {
    RawRequest request = RawRequest.of("GET", "/" + path);
    assertThat(SERVER.others().send(request).status()).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LOCATED + "/dollar/open",
        LOCATED + "/dollar/deep/deep/open",
        LOCATED + "/led/open",
        LOCATED + "/typed/open/interface",
        LOCATED + "/proxied/bean",
        DECLARED + "/dollar/open",
        DECLARED + "/led/open",
        DECLARED + "/typed/open/interface",
        DECLARED + "/typed/open/abstract",
        DECLARED + "/typed/open/class",
        DECLARED + "/proxied/bean",
        SINGLETONS + "/open",
        CHOSEN + "/plain",
        CHOSEN + "/produced/open",
        CHOSEN + "/locating/open",
        HANDED_OUT + "/scoped/open",
        HANDED_OUT + "/made/open",
        PROVIDED + "/cxf/open/single",
        PROVIDED + "/cxf/open/single/located",
        PROVIDED + "/cxf/open/fresh",
        PROVIDED + "/cxf/open/fresh/located"
      })
  void servesWhatHasNoMark(String path) {
    RawRequest request = RawRequest.of("GET", "/" + path);
    assertThat(SERVER.others().send(request).text()).isEqualTo(Registration.SERVED);
  }
}
