package io.github.mgsjaxrs.internal.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.scheme.NeededHeaders;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a bean reads whose type is a variable, or that has no annotation, and what overloads do. */
class HeadersReadByGenericsTest {

  /** A bean. */
  static class Bean {
    @HeaderParam("X-Bean")
    private String header;
  }

  /** Another one. */
  static class Second {
    private String header;

    @HeaderParam("X-Second")
    public void setHeader(String header) {
      this.header = header;
    }
  }

  /** A bean that has another one. */
  static class Generic<T> {
    @BeanParam private T inner;
  }

  /** A bean that has itself of ever other types. */
  static class Endless<T> {
    @BeanParam private Endless<Generic<T>> next;
  }

  /** A resource in an interface. */
  interface Shown<T> {
    void shown(@BeanParam T bean);

    void many(@BeanParam List<T> bean);
  }

  /** One between, which turns the variables around. */
  interface Between<A, B> extends Shown<B> {}

  /** Variables in each place above a class. */
  abstract static class Above<F, S> {
    @BeanParam private F field;

    @BeanParam
    public void setSecond(S second) {}
  }

  /** Resolves them all. */
  static class Resource extends Above<Bean, Second> implements Between<String, Generic<Bean>> {
    @Override
    public void shown(Generic<Bean> bean) {}

    @Override
    public void many(List<Generic<Bean>> bean) {}
  }

  /** Says nothing of its interface's variable. */
  @SuppressWarnings("rawtypes")
  static class Raw implements Shown {
    @Override
    public void shown(Object bean) {}

    @Override
    public void many(List bean) {}
  }

  /** Beans of many kinds. */
  static class Beans {
    void generic(@BeanParam Generic<Second> bean) {}

    void nested(@BeanParam Generic<Generic<Bean>> bean) {}

    void wildcard(@BeanParam Generic<? extends Bean> bean) {}

    <T extends Bean> void ofTheMethod(@BeanParam T bean) {}

    void abstractOne(@BeanParam Above<Bean, Bean> bean) {}

    void shownOnly(@BeanParam Runnable bean) {}

    void endless(@BeanParam Endless<Bean> bean) {}

    void plain(Bean bean, String entity) {}

    void plainGeneric(Generic<Bean> bean) {}

    void asQuery(@QueryParam("bean") Bean bean) {}

    <T> void entity(T entity) {}
  }

  /** Methods of one name. */
  static class Overloads {
    void of(@HeaderParam("X-Number") Integer number) {}

    void of(@CookieParam("c") Long number) {}

    void of(String text) {}
  }

  private static NeededHeaders read(Class<?> resource, String name, Class<?>... types) {
    return new HeadersRead()
        .of(
            resource,
            Stream.of(resource.getDeclaredMethods())
                .filter(each -> each.getName().equals(name) && !each.isBridge())
                .filter(
                    each ->
                        types.length == 0
                            || List.of(each.getParameterTypes()).equals(List.of(types)))
                .findFirst()
                .orElseThrow());
  }

  private static NeededHeaders beans(String name) {
    return read(Beans.class, name);
  }

  @Test
  void seesBeansWhoseTypeASubclassTells() {
    NeededHeaders shown = read(Resource.class, "shown");
    assertThat(shown.read()).isEqualTo(Set.of("x-bean", "x-second"));
    assertThat(shown.unseen()).isEmpty();
  }

  @Test
  void seesThemByTheMethodOfTheInterfaceToo() throws Exception {
    NeededHeaders shown =
        new HeadersRead().of(Resource.class, Shown.class.getMethod("shown", Object.class));
    assertThat(shown.read()).isEqualTo(Set.of("x-bean", "x-second"));
    assertThat(shown.unseen()).isEmpty();
  }

  @Test
  void seesTheBeansOfGenericBeans() {
    assertThat(beans("generic").read()).containsExactly("x-second");
    assertThat(beans("nested").read()).containsExactly("x-bean");
    assertThat(beans("nested").unseen()).isEmpty();
  }

  @Test
  void tellsWhereNobodyKnowsTheClassOfABean() {
    String here = getClass().getName();
    assertThat(read(Raw.class, "shown").unseen()).containsExactly(here + "$Shown.shown");
    assertThat(read(Resource.class, "many").unseen()).containsExactly(here + "$Shown.many");
    assertThat(beans("wildcard").unseen()).containsExactly(here + "$Generic.inner");
    assertThat(beans("ofTheMethod").unseen()).containsExactly(here + "$Beans.ofTheMethod");
    assertThat(beans("abstractOne").unseen()).containsExactly(here + "$Beans.abstractOne");
    assertThat(beans("shownOnly").unseen()).containsExactly(here + "$Beans.shownOnly");
  }

  @Test
  void endsWithBeansWithoutEnd() {
    assertThat(beans("endless").unseen()).isEmpty();
  }

  @Test
  void refusesUnderTheStrictestCoverageAloneWhatNobodyKnows() throws Exception {
    NeededHeaders unknown = beans("wildcard");
    unknown.requireSigned(Set.of(), Coverage.BODY);
    assertThatExceptionOfType(RefusalException.class)
        .isThrownBy(() -> unknown.requireSigned(Set.of(), Coverage.STRICT))
        .withMessageContaining("nobody can tell which headers")
        .withMessageContaining("Generic.inner");
  }

  /** As Quarkus REST does. */
  @Test
  void takesAParameterForABeanWhoseClassHasAnnotatedFields() {
    assertThat(beans("plain").read()).containsExactly("x-bean");
    assertThat(beans("plainGeneric").read()).containsExactly("x-bean");
    assertThat(beans("asQuery").read()).isEmpty();
    assertThat(beans("entity").unseen()).isEmpty();
  }

  @Test
  void leavesAnOverloadAlone() {
    assertThat(read(Overloads.class, "of", Integer.class).read()).containsExactly("x-number");
    assertThat(read(Overloads.class, "of", Long.class).read()).containsExactly("cookie");
    assertThat(read(Overloads.class, "of", String.class).read()).isEmpty();
  }
}
