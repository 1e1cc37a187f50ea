package io.github.mgsjaxrs.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.MgsConfigurationException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What the gate makes of a container that it does not know; TomEE itself is tried elsewhere. */
class CxfGateTest {

  @Test
  void runsNothingWhereTheChainDoesNotTellWhatItRuns() throws Exception {
    AtomicBoolean ran = new AtomicBoolean();
    FilterChain wrapped = (request, response) -> ran.set(true);
    new CxfGate("/shop").doFilter(nothing(ServletRequest.class), committed(), wrapped);
    assertThat(ran).isFalse();
  }

  @Test
  void leavesAFilterAloneThatHasNothingToDoWithCxf() throws Exception {
    assertThat(new CxfEndpoints().areBehind(new Object())).isFalse();
  }

  @Test
  void refusesAWebApplicationThatHasAFilterOfTheGatesName() {
    assertThatThrownBy(() -> CxfGate.open(nothing(ServletContext.class)))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("mgs-jaxrs-gate");
  }

  @Test
  void takesNoOtherContainerForTomee() {
    assertThat(ServletGuard.isTomee(nothing(ServletContext.class))).isFalse();
  }

  private static ServletResponse committed() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            CxfGateTest.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> method.getName().equals("isCommitted") ? true : null);
  }

  /** Answers null to everything. */
  private static <T> T nothing(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            CxfGateTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> null));
  }
}
