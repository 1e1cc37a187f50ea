package io.github.mgsjaxrs.conformance.matrix.resources;

import io.github.mgsjaxrs.MgsSigned;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Marks of the interfaces and superclasses of a resource class, and of the methods there. */
public final class InheritedMarks {

  private InheritedMarks() {}

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
}
