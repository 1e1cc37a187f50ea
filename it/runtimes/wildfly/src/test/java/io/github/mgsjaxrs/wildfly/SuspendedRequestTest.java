package io.github.mgsjaxrs.wildfly;

import static io.github.mgsjaxrs.wildfly.InsideWars.calls;
import static io.github.mgsjaxrs.wildfly.InsideWars.send;
import static io.github.mgsjaxrs.wildfly.InsideWars.signed;
import static io.github.mgsjaxrs.wildfly.InsideWars.unsigned;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.wire.RawConnection;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.github.mgsjaxrs.wildfly.inside.InsideResources;
import io.github.mgsjaxrs.wildfly.inside.SuspendingFilters;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters of the application that suspend a request and go on on a thread of another pool. */
@ExtendWith(ArquillianExtension.class)
class SuspendedRequestTest {

  private static final String BY_MARK = "suspended-by-mark";
  private static final String BY_PATH = "suspended-by-path";

  @Deployment(name = BY_MARK, testable = false)
  static WebArchive byMark() {
    return Wars.archive(InsideWars.byMark(BY_MARK).classes(SuspendingFilters.class));
  }

  @Deployment(name = BY_PATH, testable = false)
  static WebArchive byPath() {
    return Wars.archive(InsideWars.byPath(BY_PATH).classes(SuspendingFilters.class));
  }

  @ParameterizedTest
  @CsvSource({
    "First, suspended-by-mark/closed",
    "First, suspended-by-mark/closed/sub",
    "First, suspended-by-path/closed",
    "First, suspended-by-path/guarded",
    "BeforeMatching, suspended-by-mark/closed",
    "BeforeMatching, suspended-by-mark/closed/sub",
    "BeforeMatching, suspended-by-path/closed",
    "BeforeMatching, suspended-by-path/guarded",
    "AfterMatching, suspended-by-mark/closed",
    "AfterMatching, suspended-by-mark/closed/sub",
    "AfterMatching, suspended-by-path/closed",
    "AfterMatching, suspended-by-path/guarded"
  })
  void opensNothingThatIsProtectedOnAnotherThread(String filter, String path) {
    String ticket = Endpoint.newTicket();
    RawRequest request = unsigned("/" + path, ticket).header(SuspendingFilters.HEADER, filter);
    assertThat(answerOrNothing(request)).doesNotContain(InsideResources.SERVED);
    assertThat(calls(path.substring(0, path.indexOf('/')), ticket)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BeforeMatching", "AfterMatching"})
  void reachesOpenResourcesOnAnotherThread(String filter) {
    String ticket = Endpoint.newTicket();
    answerOrNothing(
        unsigned("/" + BY_MARK + "/open", ticket).header(SuspendingFilters.HEADER, filter));
    assertThat(calls(BY_MARK, ticket)).isEqualTo(1);
  }

  /** RESTEasy does not complete every answer of a request that was suspended before matching. */
  private static String answerOrNothing(RawRequest request) {
    try (RawConnection connection = Wars.endpoint().connect()) {
      connection.patience(Duration.ofSeconds(5));
      return connection.exchange(request).toString();
    } catch (UncheckedIOException nothing) {
      return "";
    }
  }

  @ParameterizedTest
  @CsvSource({BY_MARK + "/closed", BY_PATH + "/closed", BY_PATH + "/guarded"})
  void servesSignedRequestsThatNobodySuspends(String path) {
    String ticket = Endpoint.newTicket();
    RawRequest unsigned = unsigned("/" + path, ticket);
    assertThat(send(unsigned).status()).isEqualTo(401);
    assertThat(send(signed("/" + path, ticket)).text()).isEqualTo(InsideResources.SERVED);
  }

  @Test
  void servesOpenResources() {
    for (String name : new String[] {BY_MARK, BY_PATH}) {
      RawResponse answer = send(unsigned("/" + name + "/open", Endpoint.newTicket()));
      assertThat(answer.text()).as("%s", answer).isEqualTo(InsideResources.SERVED);
    }
  }
}
