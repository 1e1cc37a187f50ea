package io.github.mgsjaxrs.wildfly;

import static io.github.mgsjaxrs.wildfly.InsideWars.calls;
import static io.github.mgsjaxrs.wildfly.InsideWars.send;
import static io.github.mgsjaxrs.wildfly.InsideWars.signed;
import static io.github.mgsjaxrs.wildfly.InsideWars.unsigned;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.war.WarFile;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.github.mgsjaxrs.wildfly.inside.InsideResources;
import java.net.URI;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that RESTEasy runs later, as a job, whose answer anybody can fetch. */
@ExtendWith(ArquillianExtension.class)
class AsynchronousJobTest {

  private static final String BY_MARK = "jobs-by-mark";
  private static final String BY_PATH = "jobs-by-path";

  private static final String WITH_JOBS =
      "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"5.0\"><context-param>"
          + "<param-name>resteasy.async.job.service.enabled</param-name>"
          + "<param-value>true</param-value></context-param></web-app>";

  @Deployment(name = BY_MARK, testable = false)
  static WebArchive byMark() {
    return withJobs(InsideWars.byMark(BY_MARK));
  }

  @Deployment(name = BY_PATH, testable = false)
  static WebArchive byPath() {
    return withJobs(InsideWars.byPath(BY_PATH));
  }

  private static WebArchive withJobs(WarFile war) {
    return Wars.archive(war.file("WEB-INF/web.xml", WITH_JOBS));
  }

  @ParameterizedTest
  @ValueSource(strings = {BY_MARK + "/closed", BY_MARK + "/closed/sub", BY_PATH + "/closed"})
  void opensNoMarkedResourceToAJob(String path) {
    String ticket = Endpoint.newTicket();
    RawResponse answer = answerOfJob(asJob(unsigned("/" + path, ticket)));
    assertThat(answer.status()).as("%s", answer).isIn(401, 503);
    assertThat(calls(name(path), ticket)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {BY_PATH + "/guarded", BY_PATH + "/open"})
  void opensNothingToAJobWhereAnyPathIsProtected(String path) {
    String ticket = Endpoint.newTicket();
    RawResponse answer = answerOfJob(asJob(unsigned("/" + path, ticket)));
    assertThat(answer.status()).as("%s", answer).isIn(401, 503);
    assertThat(calls(BY_PATH, ticket)).isZero();
  }

  @Test
  void opensNoMarkedResourceToAJobWhoseAnswerNobodyFetches() throws InterruptedException {
    String ticket = Endpoint.newTicket();
    RawRequest closed = unsigned("/" + BY_MARK + "/closed", ticket);
    send(closed.target(closed.target() + "&oneway=true"));
    String known = Endpoint.newTicket();
    RawRequest open = unsigned("/" + BY_MARK + "/open", known);
    send(open.target(open.target() + "&oneway=true"));
    await(known);
    assertThat(calls(BY_MARK, ticket)).isZero();
  }

  @Test
  void runsJobsThatAskForAnUnmarkedResource() {
    String ticket = Endpoint.newTicket();
    RawResponse answer = answerOfJob(asJob(unsigned("/" + BY_MARK + "/open", ticket)));
    assertThat(answer.text()).as("%s", answer).isEqualTo(InsideResources.SERVED);
    assertThat(calls(BY_MARK, ticket)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {BY_MARK + "/closed", BY_PATH + "/closed", BY_PATH + "/guarded"})
  void servesSignedRequestsThatAreNoJobs(String path) {
    String ticket = Endpoint.newTicket();
    assertThat(send(unsigned("/" + path, ticket)).status()).isEqualTo(401);
    assertThat(send(signed("/" + path, ticket)).text()).isEqualTo(InsideResources.SERVED);
  }

  private static String name(String path) {
    return path.substring(0, path.indexOf('/'));
  }

  private static RawRequest asJob(RawRequest request) {
    return request.target(request.target() + "&asynch=true");
  }

  /** The answer itself, where the request did not come so far as to be a job. */
  private static RawResponse answerOfJob(RawRequest request) {
    RawResponse accepted = send(request);
    if (accepted.status() != 202) {
      return accepted;
    }
    String job = URI.create(accepted.header("Location").orElseThrow()).getRawPath();
    return send(RawRequest.of("GET", job + "?wait=10000"));
  }

  /** Jobs are run in the order in which they come, or nearly so. */
  private static void await(String ticket) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (calls(BY_MARK, ticket) == 0 && System.nanoTime() < end) {
      Thread.sleep(100);
    }
    assertThat(calls(BY_MARK, ticket)).isEqualTo(1);
  }
}
