package io.github.mgsjaxrs.conformance.suite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.report.MatrixReport;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Rightly signed requests of API Gateway whose headers servers read in different ways, or take out
 * of what they hand on. Each may be refused; what is served has to read what was signed.
 */
public abstract class ApiGatewayHeaderSuite {

  private static final String NAME = "headers of API Gateway";

  /** For the runtime's own class. */
  protected ApiGatewayHeaderSuite() {}

  /**
   * Where the application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  /**
   * Names the runtime in the table of all of them.
   *
   * @return its name, or "" for a second run that shall not be in the table
   */
  protected String runtime() {
    return "";
  }

  /**
   * Whether the package {@code matrix.resources.servlet} is deployed.
   *
   * @return false where there are no servlets
   */
  protected boolean hasServlets() {
    return false;
  }

  @TestFactory
  Stream<DynamicTest> readsWhatWasSignedOrServesNothing() {
    return cases("/apigw/h", NAME);
  }

  /** Some servers have more in the servlet request than a runtime took over from it. */
  @TestFactory
  Stream<DynamicTest> readsWhatWasSignedFromTheServletRequest() {
    return hasServlets() ? cases("/apigw-servlet", NAME + " in servlets") : Stream.empty();
  }

  private Stream<DynamicTest> cases(String resource, String matrix) {
    List<ApiGatewayHeader> cases = new ApiGatewayHeaderCases(endpoint(), resource).all();
    MatrixReport report = new MatrixReport(runtime(), matrix, cases.size());
    return cases.stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each, matrix, report)));
  }

  /**
   * What {@code mgs.apigateway.header-charset} has to be, where headers are more than ASCII: asked
   * at the open resource, so that nothing is in between.
   */
  @Test
  void readsHeadersInOneOfTwoCharsets() {
    String sent = "caf\u00e9 \u5f20";
    RawRequest request =
        RawRequest.of("GET", endpoint().base() + "/open")
            .header(ApiGatewayCall.LIST, "X-User")
            .header("X-User", sent);
    Exchange exchange = Exchange.of(endpoint(), request);
    MatrixReport report = new MatrixReport(runtime(), "charset of headers", 1);
    if (exchange.isRefusedByTheServerAsMalformed()) {
      report.add("charset of headers", MatrixReport.Outcome.REFUSED_BY_SERVER, "us-ascii");
      return;
    }
    String read = exchange.response().json().getJsonObject("listed").getString("x-user");
    assertThat(read).isIn(sent, new String(sent.getBytes(UTF_8), ISO_8859_1));
    report.add(
        "charset of headers",
        MatrixReport.Outcome.HOLDS,
        read.equals(sent) ? "utf-8" : "iso-8859-1");
  }

  private void check(ApiGatewayHeader each, String matrix, MatrixReport report) {
    Exchange exchange = Exchange.of(endpoint(), each.sent());
    int status = exchange.response().status();
    if (status == 200) {
      exchange.isServedTo(ApiGatewaySuite.RESOURCE);
      Listed.of(exchange).isAs(Map.copyOf(each.signed()));
      report.add(matrix + ": " + each.name(), MatrixReport.Outcome.HOLDS, "");
      return;
    }
    assertThat(status).as("%s\n%s", each.sent(), exchange.response()).isBetween(400, 499);
    exchange.reachesNothing();
    boolean ours = exchange.response().header("Content-Type").orElse("").contains("problem+json");
    report.addRefused(matrix + ": " + each.name(), ours);
  }
}
