package io.github.mgsjaxrs.conformance.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mgsjaxrs.conformance.enterprise.beans.OpenStock;
import io.github.mgsjaxrs.conformance.matrix.resources.MatrixCalls;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.war.EarFile;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Session beans behind resources of a web application: in the same archive, and in an EJB archive
 * of the enterprise application, which cannot see the library in {@code WEB-INF/lib}.
 */
public abstract class SessionBeanSuite {

  private static final String BESIDE = "beans-beside";
  private static final String WITHIN = "beans-within";

  /** For the runtime's own class. */
  protected SessionBeanSuite() {}

  /**
   * The beans in an archive beside the web application.
   *
   * @return a whole application
   */
  public static EarFile beside() {
    return EarFile.named("ear-" + BESIDE)
        .beans("stock-beans", Reached.class, OpenStock.class)
        .web(
            SuiteWars.empty(BESIDE)
                .classes(StockApplication.class, StockLocators.class, MatrixCalls.class));
  }

  /**
   * The beans in the web application.
   *
   * @return a whole application
   */
  public static WarFile within() {
    return SuiteWars.empty(WITHIN)
        .classes(StockApplication.class, StockLocators.class, MatrixCalls.class, Reached.class)
        .packageOf(OpenStock.class);
  }

  /**
   * Where the applications listen, each under its own context path.
   *
   * @return an endpoint without context path
   */
  protected abstract Endpoint endpoint();

  /**
   * Whether session beans may have remote views here.
   *
   * @return if not, the cases of remote views are left out
   */
  protected boolean hasRemoteViews() {
    return true;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/stock-bean",
        "/stock/closed",
        "/stock/closed-method",
        "/stock/remote",
        "/stock/far"
      })
  void opensNoBeanOfAnotherArchiveWhoseMarkCannotBeRead(String path) {
    assumeHas(path);
    String ticket = Endpoint.newTicket();
    RawResponse answer = send(unsigned(BESIDE, path, ticket));
    assertThat(answer.status()).as("%s", answer).isIn(401, 503);
    assertThat(calls(BESIDE, ticket)).isZero();
  }

  @Test
  void servesABeanOfAnotherArchiveThatHasNoMark() {
    isServed(BESIDE, "/stock/open", false);
  }

  /**
   * Another deployment may have the bean: where the proxy does not tell, nobody knows its class.
   */
  @ParameterizedTest
  @ValueSource(strings = {BESIDE, WITHIN})
  void servesOrClosesTheRemoteViewOfABeanThatHasNoMark(String war) {
    assumeHas("/stock/remote-open");
    String ticket = Endpoint.newTicket();
    RawResponse answer = send(unsigned(war, "/stock/remote-open", ticket));
    assertThat(answer.status()).as("%s", answer).isIn(200, 503);
    assertThat(calls(war, ticket)).isEqualTo(answer.status() == 200 ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/stock-bean",
        "/stock/closed",
        "/stock/closed-method",
        "/stock/remote",
        "/stock/far"
      })
  void servesAMarkedBeanOfTheWebApplicationToSignedRequestsAlone(String path) {
    assumeHas(path);
    String ticket = Endpoint.newTicket();
    RawResponse answer = send(unsigned(WITHIN, path, ticket));
    assertThat(answer.status()).as("%s", answer).isEqualTo(401);
    assertThat(calls(WITHIN, ticket)).isZero();
    isServed(WITHIN, path, true);
  }

  @Test
  void servesABeanOfTheWebApplicationThatHasNoMark() {
    isServed(WITHIN, "/stock/open", false);
  }

  private void assumeHas(String path) {
    boolean remote = path.startsWith("/stock/remote") || path.equals("/stock/far");
    assumeTrue(hasRemoteViews() || !remote, "no remote views here");
  }

  private void isServed(String war, String path, boolean signed) {
    String ticket = Endpoint.newTicket();
    RawRequest request =
        signed
            ? GatewayCall.to("GET", "/" + war + path)
                .query(Reached.PARAMETER, ticket)
                .signedWith(SuiteKeys.of("MD5"))
            : unsigned(war, path, ticket);
    RawResponse answer = send(request);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.text()).isEqualTo(ticket);
    assertThat(calls(war, ticket)).isEqualTo(1);
  }

  private static RawRequest unsigned(String war, String path, String ticket) {
    return RawRequest.of("GET", "/" + war + path + "?" + Reached.PARAMETER + "=" + ticket);
  }

  private int calls(String war, String ticket) {
    RawResponse calls = send(RawRequest.of("GET", "/" + war + "/matrix/calls/" + ticket));
    assertThat(calls.status()).as("%s", calls).isEqualTo(200);
    return Integer.parseInt(calls.text());
  }

  private RawResponse send(RawRequest request) {
    return endpoint().send(request);
  }
}
