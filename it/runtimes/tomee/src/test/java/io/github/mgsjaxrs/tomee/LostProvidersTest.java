package io.github.mgsjaxrs.tomee;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.conformance.registration.PlainResource;
import io.github.mgsjaxrs.conformance.registration.Registration;
import io.github.mgsjaxrs.conformance.registration.ScanningApplication;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.filter.SignatureFilter;
import io.github.mgsjaxrs.tomee.lost.ApiApplication;
import io.github.mgsjaxrs.tomee.lost.CxfServlets;
import io.github.mgsjaxrs.tomee.lost.OpenApplication;
import io.github.mgsjaxrs.tomee.lost.ProvidersApplication;
import io.github.mgsjaxrs.tomee.lost.ShutApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However TomEE loses our filters: nothing is served that they would have verified. */
@DisabledForJreRange(
    minVersion = 24,
    disabledReason =
        "TomEE 9 does not start there: it sets a system-wide Policy, which Java 24 took away (JEP 486)")
class LostProvidersTest {

  private static final String SCANNED = "kept-scanned";
  private static final String LISTED = "kept-listed";
  private static final String CXF = "kept-cxf";
  private static final String OPEN_FIRST = "kept-open-first";
  private static final String SHUT_FIRST = "kept-shut-first";
  private static final String BESIDE = "kept-beside";
  private static final String DEFAULT_BUS = "kept-default-bus";

  @RegisterExtension
  static final TomeeServer SERVER =
      new TomeeServer("lost", List.of(), applications())
          .options(
              "-D" + LostProviders.AUTO_BY_NAME.warName() + ".openejb.jaxrs.providers.auto=false")
          .archives(
              new EarFile(
                  "archive",
                  SuiteKeys.settings(),
                  List.of(
                      TomeeApplications.withConfig(
                          LostProviders.empty("archive-guarded")
                              .classes(ScanningApplication.class)),
                      TomeeApplications.withConfig(
                          SuiteWars.empty("archive-plain")
                              .classes(MarkedResource.class, ScanningApplication.class)))),
              new EarFile(
                  "keyless",
                  Map.of(),
                  List.of(
                      TomeeApplications.withConfig(
                          LostProviders.empty("archive-keyless")
                              .classes(ScanningApplication.class)))));

  private static List<WarFile> applications() {
    List<WarFile> all = new ArrayList<>();
    for (LostProviders way : LostProviders.values()) {
      all.add(way.war());
    }
    all.add(LostProviders.empty(SCANNED).classes(ScanningApplication.class));
    all.add(LostProviders.empty(LISTED).classes(ProvidersApplication.class));
    all.add(
        LostProviders.empty(CXF)
            .file(
                "WEB-INF/web.xml",
                LostProviders.webXml(LostProviders.cxfServlet(ownProviders(), false))));
    all.add(
        LostProviders.empty(BESIDE)
            .classes(ApiApplication.class)
            .file(LostProviders.EXCLUSIONS_LIST, LostProviders.OURS)
            .file("page.txt", "a page"));
    all.add(LostProviders.cxfServlets(DEFAULT_BUS, CxfServlets.OnDefaultBus.class));
    for (String name : List.of(OPEN_FIRST, SHUT_FIRST)) {
      all.add(
          SuiteWars.empty(name)
              .classes(PlainResource.class, OpenApplication.class, ShutApplication.class));
    }
    return all.stream().map(TomeeApplications::withConfig).toList();
  }

  private static String ownProviders() {
    return "<init-param><param-name>jaxrs.providers</param-name><param-value>"
        + MgsFeature.providers().stream().map(Class::getName).collect(Collectors.joining(","))
        + "</param-value></init-param>";
  }

  @ParameterizedTest
  @EnumSource
  void servesNothingWhereTheFiltersAreLost(LostProviders way) {
    for (String path : way.paths()) {
      for (RawRequest request :
          List.of(
              RawRequest.of("GET", path),
              RawRequest.of("GET", path + (path.contains("?") ? "&_wadl" : "?_wadl")))) {
        RawResponse response = SERVER.others().send(request);
        assertThat(response.text()).as("%s %s", way, path).isNotEqualTo(Registration.SERVED);
        assertThat(response.status()).as("%s %s", way, path).isGreaterThanOrEqualTo(400);
      }
    }
  }

  @Test
  void tellsWhichEndpointIsClosedWhatIsMissingAndHowToMendIt() {
    SERVER.others().send(RawRequest.of("GET", LostProviders.EXCLUSIONS.paths().get(0)));
    SERVER.awaitLog("Web application '/" + LostProviders.EXCLUSIONS.warName() + "'");
    assertThat(SERVER.log())
        .contains(
            SignatureFilter.class.getName(),
            "have TomEE scan for providers",
            "Until then it is answered 503");
  }

  @ParameterizedTest
  @ValueSource(strings = {SCANNED, LISTED, CXF + "/cxf"})
  void servesSignedRequestsAloneWhereTheFiltersAreInPlace(String base) {
    for (String name : List.of("marked", "guarded")) {
      String path = "/" + base + "/" + name;
      RawRequest signed = GatewayCall.to("GET", path).signedWith(SuiteKeys.of("MD5"));
      assertThat(SERVER.others().send(RawRequest.of("GET", path)).status()).isEqualTo(401);
      assertThat(SERVER.others().send(signed).text()).isEqualTo(Registration.SERVED);
    }
  }

  @Test
  void servesAServletOnTheBusThatOtherWebApplicationsUse() {
    String path = "/" + DEFAULT_BUS + "/cxf/" + DEFAULT_BUS + "/marked";
    GatewayKey key =
        GatewayKey.salted(CxfServlets.OnDefaultBus.KEY, "MD5", CxfServlets.OnDefaultBus.SALT);
    RawRequest signed = GatewayCall.to("GET", path).signedWith(key);
    assertThat(SERVER.others().send(RawRequest.of("GET", path)).status()).isEqualTo(401);
    assertThat(SERVER.others().send(signed).text()).isEqualTo(Registration.SERVED);
  }

  @Test
  void tellsThatAVerifierDidNotArrive() {
    SERVER.others().send(RawRequest.of("GET", LostProviders.FEATURE_SWITCHED_OFF.paths().get(0)));
    SERVER.awaitLog("runs without the verifier of the MgsFeature");
    SERVER.others().send(RawRequest.of("GET", LostProviders.TWO_VERIFIERS.paths().get(0)));
    SERVER.awaitLog("was given several verifiers by MgsFeature");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?_wadl", "?x=1&_wadl=y", "?%5Fwad%6C", "?_wadl&_type=json"})
  void describesTheResourcesToNobody(String query) {
    for (String base :
        List.of(SCANNED + "/guarded", SCANNED + "/", CXF + "/cxf", CXF + "/cxf/marked")) {
      RawResponse response = SERVER.others().send(RawRequest.of("GET", "/" + base + query));
      assertThat(response.status()).as("%s%s", base, query).isEqualTo(404);
    }
  }

  @Test
  void servesWhatIsNoEndpointBesideOneThatIsClosed() {
    RawRequest page = RawRequest.of("GET", "/" + BESIDE + "/page.txt");
    assertThat(SERVER.others().send(page).text()).isEqualTo("a page");
    RawRequest resource = RawRequest.of("GET", "/" + BESIDE + "/api/marked");
    assertThat(SERVER.others().send(resource).status()).isEqualTo(503);
  }

  @Test
  void tellsTheApplicationsOfOneWebApplicationApartWhicheverIsAskedFirst() {
    for (String path : List.of("/open/marked", "/shut/marked", "/open/marked")) {
      expectOpen("/" + OPEN_FIRST + path);
    }
    for (String path : List.of("/shut/marked", "/open/marked", "/shut/marked")) {
      expectOpen("/" + SHUT_FIRST + path);
    }
  }

  private static void expectOpen(String path) {
    int status = SERVER.others().send(RawRequest.of("GET", path)).status();
    assertThat(status).as(path).isEqualTo(path.contains("/open/") ? 200 : 401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"guarded/marked", "guarded/guarded", "plain/marked"})
  void protectsWebApplicationsWhoseLibrariesAreThoseOfTheirArchive(String resource) {
    String path = "/archive-" + resource;
    RawRequest signed = GatewayCall.to("GET", path).signedWith(SuiteKeys.of("MD5"));
    assertThat(SERVER.endpoint().send(RawRequest.of("GET", path)).status()).isEqualTo(401);
    assertThat(SERVER.endpoint().send(signed).text()).isEqualTo(Registration.SERVED);
  }

  @Test
  void refusesAnArchiveThatHasNoSettingsForItsLibrary() {
    for (String path : List.of("/archive-keyless/marked", "/keyless/archive-keyless/marked")) {
      assertThat(SERVER.endpoint().send(RawRequest.of("GET", path)).status()).isEqualTo(404);
    }
    assertThat(SERVER.log()).contains("There is no key to verify signatures with");
  }
}
