package io.github.mgsjaxrs.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.matrix.resources.MatrixCalls;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import io.github.mgsjaxrs.conformance.registration.ScanningApplication;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.github.mgsjaxrs.wildfly.inside.InsideResources;
import java.util.Map;

/** Web applications with one set of resources, which RESTEasy is made to ask for by itself. */
final class InsideWars {

  private InsideWars() {}

  /** Protected by marks alone. */
  static WarFile byMark(String name) {
    return SuiteWars.empty(name)
        .classes(
            InsideResources.class, MatrixCalls.class, Reached.class, ScanningApplication.class);
  }

  /** The same, where a path is protected too. */
  static WarFile byPath(String name) {
    Map<String, String> settings = SuiteWars.settings();
    settings.put("mgs.protect", "/guarded/*");
    return byMark(name).settings(settings);
  }

  static RawRequest unsigned(String path, String ticket) {
    return RawRequest.of("GET", path + "?" + Reached.PARAMETER + "=" + ticket);
  }

  static RawRequest signed(String path, String ticket) {
    return GatewayCall.to("GET", path)
        .query(Reached.PARAMETER, ticket)
        .signedWith(SuiteKeys.of("MD5"));
  }

  /** How often a resource of a web application was called with a ticket. */
  static int calls(String name, String ticket) {
    RawResponse calls = send(RawRequest.of("GET", "/" + name + "/matrix/calls/" + ticket));
    assertThat(calls.status()).as("%s", calls).isEqualTo(200);
    return Integer.parseInt(calls.text());
  }

  static RawResponse send(RawRequest request) {
    return Wars.endpoint().send(request);
  }
}
