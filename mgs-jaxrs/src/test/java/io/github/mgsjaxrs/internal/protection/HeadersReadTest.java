package io.github.mgsjaxrs.internal.protection;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeadersReadTest {

  /** What an interface says of its implementations. */
  interface Shown {
    void shown(@HeaderParam("X-Shown") String header);
  }

  /** What is injected above a class. */
  static class Above {
    @HeaderParam("X-Above")
    private String header;

    void generic(@HeaderParam("X-Generic") Object header) {}
  }

  /** Headers in each place. */
  static class Resource extends Above implements Shown {
    @HeaderParam("X-Field")
    private String field;

    Resource(@HeaderParam("X-Constructor") String header) {}

    @HeaderParam("X-Setter")
    public void setHeader(String header) {}

    @Override
    public void shown(String header) {}

    @Override
    void generic(Object header) {}

    void both(
        @HeaderParam("X-A") String header,
        @QueryParam("q") String query,
        @CookieParam("c") String cookie) {}

    void bean(@BeanParam Bean bean) {}

    void none(@QueryParam("q") String query) {}
  }

  /** Beans that have each other. */
  static class Bean {
    @HeaderParam("X-Bean")
    private String header;

    @BeanParam private Inner inner;
  }

  /** The other one. */
  static class Inner {
    @BeanParam private Bean outer;

    @HeaderParam("X-Inner")
    public void setHeader(String header) {}
  }

  /** As a container's proxy is one. */
  static class Proxy extends Resource {
    Proxy() {
      super("");
    }

    @Override
    void both(String header, String query, String cookie) {}
  }

  private static final Set<String> INJECTED =
      Set.of("x-field", "x-constructor", "x-setter", "x-above");

  private static Set<String> read(Class<?> resource, String name) {
    Method method =
        Stream.of(Resource.class.getDeclaredMethods())
            .filter(each -> each.getName().equals(name) && !each.isBridge())
            .findFirst()
            .orElseThrow();
    HeadersRead headers = new HeadersRead();
    assertThat(headers.of(resource, method)).isEqualTo(headers.of(resource, method));
    assertThat(headers.of(resource, method).unseen()).isEmpty();
    return headers.of(resource, method).read();
  }

  private static Set<String> and(String... names) {
    return Stream.concat(INJECTED.stream(), Stream.of(names)).collect(Collectors.toSet());
  }

  @Test
  void seesWhatIsInjectedIntoAClassAndThoseAboveIt() {
    assertThat(read(Resource.class, "none")).isEqualTo(INJECTED);
  }

  @Test
  void seesHeadersAndCookiesOfTheMethod() {
    assertThat(read(Resource.class, "both")).isEqualTo(and("x-a", "cookie"));
  }

  @Test
  void seesThoseOfTheMethodThatIsOverridden() {
    assertThat(read(Resource.class, "shown")).isEqualTo(and("x-shown"));
    assertThat(read(Resource.class, "generic")).isEqualTo(and("x-generic"));
    assertThat(read(Proxy.class, "both")).isEqualTo(and("x-a", "cookie"));
  }

  @Test
  void seesThoseOfBeansThatHaveEachOther() {
    assertThat(read(Resource.class, "bean")).isEqualTo(and("x-bean", "x-inner"));
  }
}
