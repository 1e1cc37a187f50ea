package io.github.mgsjaxrs.filter;

import jakarta.servlet.FilterChain;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * What Tomcat is about to run for one dispatch of a request: the chain itself is asked, so that
 * nothing can be added, mapped or configured behind its back.
 */
final class TomcatChain {

  private static final String CHAIN = "org.apache.catalina.core.ApplicationFilterChain";

  private TomcatChain() {}

  /**
   * The filters of a chain and its servlet.
   *
   * @param chain as Tomcat hands it to a filter
   * @return instances of filters and of the servlet, in the order in which they run
   * @throws UnprovenEndpointException if the chain does not tell
   */
  static List<Object> of(FilterChain chain) throws UnprovenEndpointException {
    if (!chain.getClass().getName().equals(CHAIN)) {
      throw new UnprovenEndpointException(
          "The filter chain is a "
              + chain.getClass().getName()
              + ", and only Tomcat's own tells what it runs: another filter that an initializer put"
              + " in front wraps it; have it run behind the filter mgs-jaxrs-gate",
          null);
    }
    try {
      List<Object> running = new ArrayList<>();
      Object filters = Reflection.present(Reflection.field(chain, "filters"), "filters");
      Object count = Reflection.present(Reflection.field(chain, "n"), "n");
      for (int i = 0; i < (Integer) count; i++) {
        running.add(
            Reflection.present(Reflection.call(Array.get(filters, i), "getFilter"), "filter"));
      }
      Object servlet = Reflection.field(chain, "servlet");
      if (servlet != null) {
        running.add(servlet);
      }
      return running;
    } catch (ReflectiveOperationException | RuntimeException other) {
      throw new UnprovenEndpointException(
          "This version of Tomcat does not tell what a filter chain runs ("
              + other
              + "): use a version of TomEE that the documentation of mgs-jaxrs names",
          other);
    }
  }
}
