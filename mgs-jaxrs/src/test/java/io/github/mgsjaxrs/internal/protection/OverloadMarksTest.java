package io.github.mgsjaxrs.internal.protection;

import static io.github.mgsjaxrs.internal.protection.FoundMarks.assertMarked;
import static io.github.mgsjaxrs.internal.protection.FoundMarks.assertOpen;
import static io.github.mgsjaxrs.internal.protection.FoundMarks.find;
import static io.github.mgsjaxrs.internal.protection.FoundMarks.findOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.MgsUnsigned;
import io.quarkus.rest.data.panache.RestDataResource;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of several methods of one name a mark counts for. */
class OverloadMarksTest {

  interface Wide {}

  interface Narrow extends Wide {}

  @MgsSigned
  static class Overloads {
    @POST
    public String create(Wide wide) {
      return "";
    }

    @POST
    @Path("narrow")
    @MgsUnsigned
    public String create(Narrow narrow) {
      return "";
    }
  }

  abstract static class Creating<T> {
    @POST
    public abstract String create(T value);
  }

  @MgsSigned
  static class OfNarrow extends Creating<Narrow> {
    @Override
    @MgsUnsigned
    public String create(Narrow narrow) {
      return "";
    }

    @POST
    @Path("wide")
    public String create(Wide wide) {
      return "";
    }
  }

  @Test
  void exemptsByTheExactParameterTypes() throws Exception {
    assertMarked(find(Overloads.class, Overloads.class.getMethod("create", Wide.class)));
    assertThat(find(Overloads.class, Overloads.class.getMethod("create", Narrow.class)))
        .isInstanceOf(Marks.Exempt.class);
    assertMarked(find(OfNarrow.class, OfNarrow.class.getMethod("create", Wide.class)));
    assertThat(find(OfNarrow.class, OfNarrow.class.getMethod("create", Narrow.class)))
        .isInstanceOf(Marks.Exempt.class);
  }

  @MgsSigned
  static class OfWide extends Creating<Wide> {
    @Override
    public String create(Wide wide) {
      return "";
    }

    @POST
    @Path("narrow")
    @MgsUnsigned
    public String create(Narrow narrow) {
      return "";
    }
  }

  @MgsSigned
  static class OfNarrowAlone extends Creating<Narrow> {
    @Override
    @MgsUnsigned
    public String create(Narrow narrow) {
      return "";
    }
  }

  @Test
  void exemptsAGenericMethodByWhatTheCompilerCallsForIt() throws Exception {
    Method generic = Creating.class.getMethod("create", Object.class);
    assertThat(find(OfNarrowAlone.class, generic)).isInstanceOf(Marks.Exempt.class);
    assertThat(find(OfNarrow.class, generic)).isInstanceOf(Marks.Exempt.class);
    assertMarked(find(OfWide.class, generic));
  }

  static class MarkedOverload {
    @POST
    public String create(String text) {
      return "";
    }

    @POST
    @Path("exempt")
    @MgsUnsigned
    public String create(Integer number) {
      return "";
    }

    @POST
    @Path("marked")
    @MgsSigned
    public String create(Wide wide) {
      return "";
    }
  }

  @Test
  void protectsTheOverloadsOfAMarkedMethodUnlessTheySayOtherwise() throws Exception {
    assertThat(find(MarkedOverload.class, MarkedOverload.class.getMethod("create", String.class)))
        .isInstanceOfSatisfying(
            Marks.Marked.class,
            marked -> assertThat(marked.doubt()).contains("Wide", "@MgsUnsigned"));
    assertThat(find(MarkedOverload.class, MarkedOverload.class.getMethod("create", Integer.class)))
        .isInstanceOf(Marks.Exempt.class);
    assertThat(find(MarkedOverload.class, MarkedOverload.class.getMethod("create", Wide.class)))
        .isInstanceOfSatisfying(Marks.Marked.class, marked -> assertThat(marked.doubt()).isNull());
  }

  interface Declared {
    @MgsSigned
    String add(String entity);
  }

  abstract static class GeneratedFromIt implements Declared {
    @POST
    public String add(String entity, Integer more) {
      return "";
    }
  }

  abstract static class ImplementsIt extends GeneratedFromIt {
    @Override
    public String add(String entity) {
      return "";
    }
  }

  @Test
  void takesAMarkedMethodThatIsNoResourceMethodForOneWithMoreParameters() throws Exception {
    Method add = GeneratedFromIt.class.getMethod("add", String.class, Integer.class);
    assertMarked(findOf(GeneratedFromIt.class, add));
    assertMarked(findOf(ImplementsIt.class, add));
  }

  /** What is read by pages. */
  interface Data<E, I> extends RestDataResource {
    default List<E> list(Integer page, String sort) {
      return List.of();
    }

    default E add(E entity) {
      return entity;
    }

    default E update(I id, E entity) {
      return entity;
    }
  }

  /** Declares some of it again, in order to mark it. */
  interface DataOfOrders extends Data<Wide, Long> {
    @Override
    @MgsSigned
    default List<Wide> list(Integer page, String sort) {
      return List.of();
    }

    @Override
    @MgsSigned(keys = "add")
    Wide add(Wide entity);

    @Override
    @MgsSigned
    Wide update(Long id, Wide entity);
  }

  /** Has the resource methods, and what the interface declares as well. */
  static class GeneratedData implements DataOfOrders {
    @GET
    public List<Wide> list(List<String> sort, Integer page, Integer size, Long more) {
      return List.of();
    }

    @GET
    @Path("links")
    public String listHal(List<String> sort, Integer page, Integer size, Long more) {
      return "";
    }

    @POST
    public Wide add(Wide entity, String more) {
      return entity;
    }

    @PUT
    @Path("{id}")
    public Wide update(Long id, Wide entity, String more) {
      return entity;
    }

    @DELETE
    @Path("{id}")
    public void delete(Long id, String more) {}

    @Override
    public Wide add(Wide entity) {
      return entity;
    }

    @Override
    public Wide update(Long id, Wide entity) {
      return entity;
    }
  }

  @Test
  void findsMarksOnWhatAGeneratedResourceImplementsBesideItsResourceMethods() throws Exception {
    for (String name : List.of("list", "listHal", "add", "update", "delete")) {
      for (Method method : GeneratedData.class.getDeclaredMethods()) {
        if (method.getName().equals(name) && TypeHierarchy.hasHttpMethod(method)) {
          Marks.Finding found = findOf(GeneratedData.class, method);
          assertThat(found)
              .as("%s", method)
              .isInstanceOf(name.equals("delete") ? Marks.Unmarked.class : Marks.Marked.class);
        }
      }
    }
  }

  /** Each mark is for the method that has it. */
  static class OfSeveralArguments {
    @GET
    public String get() {
      return "";
    }

    @GET
    @Path("{id}")
    @MgsSigned
    public String get(String id) {
      return id;
    }

    @GET
    @Path("{id}/{part}")
    public String get(String id, Integer part) {
      return id;
    }

    @MgsSigned
    public String get(String id, String part) {
      return id;
    }
  }

  @Test
  void takesTheMarkOfAnotherResourceMethodForItsOwn() throws Exception {
    Method other = OfSeveralArguments.class.getMethod("get", String.class, Integer.class);
    assertThat(findOf(OfSeveralArguments.class, other))
        .isInstanceOfSatisfying(Marks.Marked.class, found -> assertThat(found.doubt()).isNotNull());
    Method marked = OfSeveralArguments.class.getMethod("get", String.class);
    assertMarked(findOf(OfSeveralArguments.class, marked));
    // what is no resource method may be meant for each of its name
    assertMarked(findOf(OfSeveralArguments.class, OfSeveralArguments.class.getMethod("get")));
    assertOpen(findOf(Overloaded.class, Overloaded.class.getMethod("get")));
  }

  /** Without any such method. */
  static class Overloaded {
    @GET
    public String get() {
      return "";
    }

    @GET
    @Path("{id}")
    @MgsSigned
    public String get(String id) {
      return id;
    }
  }
}
