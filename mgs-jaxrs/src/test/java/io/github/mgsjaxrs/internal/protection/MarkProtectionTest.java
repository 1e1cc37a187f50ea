package io.github.mgsjaxrs.internal.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsSigned;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a stranger can make the lookup of marks remember. */
class MarkProtectionTest {

  private static final Supplier<Optional<Set<Class<?>>>> NOTHING_SEEN = () -> Optional.of(Set.of());

  /** Leads to itself, and to another that leads back: as many ways as there are paths. */
  public static class Folder {
    @Path("folder")
    public Folder folder() {
      return this;
    }

    @Path("shelf")
    public Shelf shelf() {
      return new Shelf();
    }

    @GET
    public String get() {
      return "";
    }
  }

  /** The other. */
  public static class Shelf {
    @Path("folder")
    @MgsSigned
    public Folder folder() {
      return new Folder();
    }
  }

  private static <T> T of(Class<T> type, InvocationHandler answers) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
  }

  private static ContainerRequestContext request(List<Object> matched) {
    UriInfo uriInfo = of(UriInfo.class, (proxy, method, arguments) -> matched);
    return of(
        ContainerRequestContext.class,
        (proxy, method, arguments) -> method.getName().equals("getMethod") ? "GET" : uriInfo);
  }

  private static ResourceInfo folder() throws NoSuchMethodException {
    Method get = Folder.class.getMethod("get");
    return of(
        ResourceInfo.class,
        (proxy, method, arguments) ->
            method.getName().equals("getResourceMethod") ? get : Folder.class);
  }

  @Test
  void remembersOnlySoManyWays() throws Exception {
    MarkProtection marks = new MarkProtection(List::of);
    for (int way = 0; way < 20_000; way++) {
      List<Object> matched = new ArrayList<>(List.of(new Folder()));
      for (int bits = way; bits > 0; bits >>= 1) {
        matched.add((bits & 1) == 1 ? new Folder() : new Shelf());
      }
      marks.find(request(matched), folder(), List.of(), NOTHING_SEEN, false);
    }
    assertThat(marks.remembered()).isLessThanOrEqualTo(1024);
  }

  /** What a request without a servlet request found would open the resource for all others. */
  @Test
  void remembersNothingWhereTheMarkedClassesAreNotTold() throws Exception {
    MarkProtection marks = new MarkProtection(List::of);
    List<Object> matched = List.of(new Folder());
    assertThat(marks.find(request(matched), folder(), List.of(), Optional::empty, false))
        .isInstanceOf(Marks.Unmarked.class);
    assertThat(marks.remembered()).isZero();
    marks.find(request(matched), folder(), List.of(), NOTHING_SEEN, false);
    assertThat(marks.remembered()).isEqualTo(1);
  }

  @Test
  void findsAMarkOnTheLongestWay() throws Exception {
    MarkProtection marks = new MarkProtection(List::of);
    List<Object> matched = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      matched.add(new Folder());
    }
    assertThat(marks.find(request(matched), folder(), List.of(), NOTHING_SEEN, false))
        .isInstanceOf(Marks.Unmarked.class);
    matched.add(2000, new Shelf());
    assertThat(marks.find(request(matched), folder(), List.of(), NOTHING_SEEN, false))
        .isInstanceOf(Marks.Marked.class);
    assertThat(marks.remembered()).isZero();
  }
}
