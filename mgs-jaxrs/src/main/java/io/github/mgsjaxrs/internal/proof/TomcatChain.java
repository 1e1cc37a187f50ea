package io.github.mgsjaxrs.internal.proof;

import io.github.mgsjaxrs.internal.runtime.Reflection;
import jakarta.servlet.FilterChain;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Tomcat is about to run for one dispatch of a request: the chain itself is asked, so that
 * nothing can be added, mapped or configured behind its back.
 */
public final class TomcatChain {

  private static final String CHAIN = "org.apache.catalina.core.ApplicationFilterChain";

  private volatile @Nullable Members members;

  /**
   * The filters of a chain and its servlet.
   *
   * @param chain as Tomcat hands it to a filter
   * @return instances of filters and of the servlet, in the order in which they run
   * @throws UnprovenEndpointException if the chain does not tell
   */
  public List<Object> running(FilterChain chain) throws UnprovenEndpointException {
    if (!chain.getClass().getName().equals(CHAIN)) {
      throw new UnprovenEndpointException(
          "The filter chain is a "
              + chain.getClass().getName()
              + ", and only Tomcat's own tells what it runs: another filter that an initializer put"
              + " in front wraps it; have it run behind the filter mgs-jaxrs-gate",
          null);
    }
    try {
      Members known = members;
      if (known == null) {
        known = Members.of(chain.getClass());
        members = known;
      }
      return known.running(chain);
    } catch (ReflectiveOperationException | RuntimeException other) {
      throw new UnprovenEndpointException(
          "This version of Tomcat does not tell what a filter chain runs ("
              + other
              + "): use a version of TomEE that the documentation of mgs-jaxrs names",
          other);
    }
  }

  /** Looked up once, as every request asks. */
  private record Members(Field filters, Field count, Field servlet, Method filter) {

    static Members of(Class<?> chain) throws ReflectiveOperationException {
      Field filters = Reflection.field(chain, "filters");
      return new Members(
          filters,
          Reflection.field(chain, "n"),
          Reflection.field(chain, "servlet"),
          Reflection.method(filters.getType().getComponentType(), "getFilter"));
    }

    List<Object> running(FilterChain chain) throws ReflectiveOperationException {
      List<Object> running = new ArrayList<>();
      int length = count.getInt(chain);
      if (length > 0) {
        Object[] configured = (Object[]) Reflection.present(filters.get(chain), "filters");
        for (int i = 0; i < length; i++) {
          running.add(Reflection.present(filter.invoke(configured[i]), "filter"));
        }
      }
      Object last = servlet.get(chain);
      if (last != null) {
        running.add(last);
      }
      return running;
    }
  }
}
