package io.github.mgsjaxrs.conformance.matrix.resources;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.MgsSigned;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Every place in a class, its supertypes and its methods where a mark may stand. */
public final class MarkResources {

  private MarkResources() {}

  /** Marked on some of its methods. */
  @Path("matrix/on-method")
  public static class OnMethod {
    @POST
    @Path("marked")
    @MgsSigned
    public String marked(String body) {
      return Reached.by(body);
    }

    @GET
    @Path("marked")
    @MgsSigned
    public String get(@QueryParam(Reached.PARAMETER) String ticket) {
      return Reached.by(ticket);
    }

    @OPTIONS
    @Path("options")
    @MgsSigned
    public String options(@QueryParam(Reached.PARAMETER) String ticket) {
      return Reached.by(ticket);
    }

    @POST
    @Path("plain")
    public String plain(String body) {
      return Reached.by(body);
    }
  }

  /** Marked as a whole. */
  @Path("matrix/on-class")
  @MgsSigned
  public static class OnClass {
    @POST
    public String post(String body) {
      return Reached.by(body);
    }

    @PUT
    public String put(String body) {
      return Reached.by(body);
    }

    @GET
    public String get(@QueryParam(Reached.PARAMETER) String ticket) {
      return Reached.by(ticket);
    }

    @DELETE
    public String delete(@QueryParam(Reached.PARAMETER) String ticket) {
      return Reached.by(ticket);
    }

    @PATCH
    public String patch(@QueryParam(Reached.PARAMETER) String ticket) {
      return Reached.by(ticket);
    }

    @POST
    @Path("{rest: .+}")
    public String below(String body) {
      return Reached.by(body);
    }
  }

  /** Answered by another thread, or later. */
  @Path("matrix/async")
  @MgsSigned
  public static class Asynchronous {
    @POST
    @Path("stage")
    public CompletionStage<String> stage(String body) {
      return CompletableFuture.supplyAsync(() -> Reached.by(body));
    }

    @POST
    @Path("suspended")
    public void suspended(String body, @Suspended AsyncResponse response) {
      CompletableFuture.runAsync(() -> response.resume(Reached.by(body)));
    }
  }

  /** A contract with a mark. */
  @MgsSigned
  public interface MarkedContract {
    /** Reached by POST. */
    @POST
    String post(String body);
  }

  /** The mark stands on the interface. */
  @Path("matrix/of-interface")
  public static class OfMarkedInterface implements MarkedContract {
    @Override
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** The mark stands on an interface that a superclass implements. */
  public abstract static class ImplementsMarked implements MarkedContract {}

  /** The mark stands two steps up. */
  @Path("matrix/of-interface-of-superclass")
  public static class OfInterfaceOfSuperclass extends ImplementsMarked {
    @Override
    @POST
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** A contract with a mark on its method. */
  public interface MethodContract {
    /** Reached by POST. */
    @POST
    @Path("sub")
    @MgsSigned
    String post(String body);
  }

  /** The method is the interface's, with all that stands on it. */
  @Path("matrix/of-interface-method")
  public static class OfMarkedInterfaceMethod implements MethodContract {
    @Override
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** The implementation declares the method anew, without the mark. */
  @Path("matrix/redeclared")
  public static class RedeclaredWithoutMark implements MethodContract {
    @Override
    @POST
    @Path("sub")
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** A contract without a mark. */
  public interface PlainContract {
    /** Reached by POST. */
    @POST
    String post(String body);
  }

  /** The method is the interface's, the mark the implementation's. */
  @Path("matrix/on-implementation")
  public static class OnImplementationOnly implements PlainContract {
    @Override
    @MgsSigned
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** A superclass with a mark. */
  @MgsSigned
  public abstract static class MarkedSuper {}

  /** The mark stands on the superclass. */
  @Path("matrix/of-superclass")
  public static class OfMarkedSuperclass extends MarkedSuper {
    @POST
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** A superclass with a mark on its method. */
  public abstract static class MarkedSuperMethod {
    /** Reached by POST. */
    @POST
    @MgsSigned
    public abstract String post(String body);
  }

  /** The mark stands on the overridden method. */
  @Path("matrix/of-super-method")
  public static class OfMarkedSuperMethod extends MarkedSuperMethod {
    @Override
    @POST
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** A superclass that has the method itself. */
  public abstract static class InheritedMethod {
    @POST
    @MgsSigned
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** The method is inherited as it is. */
  @Path("matrix/inherited-method")
  public static class OfInheritedMethod extends InheritedMethod {}

  /** A superclass whose method is inherited by a marked class. */
  public abstract static class UnmarkedMethod {
    @POST
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** The class is marked, its method is declared elsewhere. */
  @Path("matrix/inherits-into-marked")
  @MgsSigned
  public static class InheritsIntoMarked extends UnmarkedMethod {}

  /** A generic contract with a mark on its method. */
  public interface GenericContract<T> {
    /** Reached by POST. */
    @MgsSigned
    T post(T body);
  }

  /** The implementation has another signature than the contract. */
  @Path("matrix/of-generic-interface")
  public static class OfGenericInterface implements GenericContract<String> {
    @Override
    @POST
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** A generic superclass with a mark on its method. */
  public abstract static class GenericSuper<T> {
    /** Reached by POST. */
    @MgsSigned
    public abstract T post(T body);
  }

  /** The override has another signature than the superclass. */
  @Path("matrix/of-generic-superclass")
  public static class OfGenericSuperclass extends GenericSuper<String> {
    @Override
    @POST
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** Only some keys, and another coverage. */
  @Path("matrix/members")
  @MgsSigned
  public static class Members {
    @POST
    @Path("team-a")
    @MgsSigned(keys = "team.a/orders")
    public String teamA(String body) {
      return Reached.by(body);
    }

    @POST
    @Path("strict")
    @MgsSigned(coverage = Coverage.STRICT)
    public String strict(String body) {
      return Reached.by(body);
    }
  }
}
