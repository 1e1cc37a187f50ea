package io.github.mgsjaxrs.wildfly;

import static io.github.mgsjaxrs.wildfly.InsideWars.calls;
import static io.github.mgsjaxrs.wildfly.InsideWars.send;
import static io.github.mgsjaxrs.wildfly.InsideWars.signed;
import static io.github.mgsjaxrs.wildfly.InsideWars.unsigned;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.github.mgsjaxrs.wildfly.inside.InsideResources;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An open resource that asks RESTEasy's own dispatcher for others, past the filters in front. */
@ExtendWith(ArquillianExtension.class)
class InternalDispatcherTest {

  private static final String BY_MARK = "dispatcher-by-mark";
  private static final String BY_PATH = "dispatcher-by-path";

  @Deployment(name = BY_MARK, testable = false)
  static WebArchive byMark() {
    return Wars.archive(InsideWars.byMark(BY_MARK));
  }

  @Deployment(name = BY_PATH, testable = false)
  static WebArchive byPath() {
    return Wars.archive(InsideWars.byPath(BY_PATH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/closed", "/closed/sub"})
  void opensNoMarkedResourceToAnotherThatAsksForIt(String target) {
    String ticket = Endpoint.newTicket();
    assertThat(ask(BY_MARK, target, ticket).text()).startsWith("503 ");
    assertThat(calls(BY_MARK, ticket)).isZero();
  }

  @Test
  void servesAnUnmarkedResourceToAnotherThatAsksForIt() {
    String ticket = Endpoint.newTicket();
    assertThat(ask(BY_MARK, "/open", ticket).text()).isEqualTo("200 " + InsideResources.SERVED);
    assertThat(calls(BY_MARK, ticket)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/guarded", "/closed", "/open"})
  void opensNothingToAnotherThatAsksForItWhereAnyPathIsProtected(String target) {
    String ticket = Endpoint.newTicket();
    assertThat(ask(BY_PATH, target, ticket).text()).startsWith("503 ");
    assertThat(calls(BY_PATH, ticket)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {BY_MARK + "/closed", BY_PATH + "/closed", BY_PATH + "/guarded"})
  void servesSignedRequestsFromOutside(String path) {
    String ticket = Endpoint.newTicket();
    assertThat(send(unsigned("/" + path, ticket)).status()).isEqualTo(401);
    assertThat(send(signed("/" + path, ticket)).text()).isEqualTo(InsideResources.SERVED);
  }

  @Test
  void servesOpenResourcesFromOutsideWhereAnyPathIsProtected() {
    RawResponse answer = send(unsigned("/" + BY_PATH + "/open", Endpoint.newTicket()));
    assertThat(answer.text()).isEqualTo(InsideResources.SERVED);
  }

  private static RawResponse ask(String name, String target, String ticket) {
    String asked = target + "?" + Reached.PARAMETER + "=" + ticket;
    RawResponse answer =
        send(
            GatewayCall.to("GET", "/" + name + "/asking")
                .query("target", asked)
                .request(new Framing.None()));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer;
  }
}
