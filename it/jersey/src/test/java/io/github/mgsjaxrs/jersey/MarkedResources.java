package io.github.mgsjaxrs.jersey;

import static io.github.mgsjaxrs.jersey.SmallApplications.reach;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.MgsUnsigned;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;

/** Every place where a mark may stand, and the places where it is lifted. */
final class MarkedResources {

  private MarkedResources() {}

  static ResourceConfig application() {
    return new ResourceConfig(
            OnMethod.class,
            OnClass.class,
            OnRootOfPlainSub.class,
            OnLocator.class,
            OnSubResourceClass.class,
            OfMarkedInterface.class,
            OfMarkedInterfaceMethod.class,
            OnImplementationOnly.class,
            OfMarkedSuperclass.class,
            OfMarkedSuperMethod.class,
            OfGenericInterface.class,
            OfLocatorInterface.class,
            Nested.class,
            Asynchronous.class,
            Lifted.class,
            LiftedByInterface.class,
            LiftedOverMarkedMethod.class,
            LiftedOverMarkedSuperMethod.class,
            LiftedBelowLocator.class,
            Template.class)
        .registerResources(programmatic());
  }

  private static Resource programmatic() {
    Resource.Builder builder = Resource.builder("programmatic");
    builder.addMethod("POST").handledBy(OnMethod.class, method(OnMethod.class, "marked"));
    return builder.build();
  }

  private static Method method(Class<?> type, String name) {
    try {
      return type.getMethod(name, String.class);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Marked on one of two methods. */
  @Path("on-method")
  public static class OnMethod {
    @POST
    @Path("marked")
    @MgsSigned
    public String marked(String body) {
      return reach(body);
    }

    @POST
    @Path("plain")
    public String plain(String body) {
      return reach(body);
    }
  }

  /** Marked as a whole. */
  @Path("on-class")
  @MgsSigned
  public static class OnClass {
    @POST
    public String post(String body) {
      return reach(body);
    }

    @GET
    public String get() {
      return reach("on-class");
    }

    @POST
    @Path("{rest: .+}")
    public String below(String body) {
      return reach(body);
    }
  }

  /** A sub-resource without any mark. */
  public static class Plain {
    @POST
    public String post(String body) {
      return reach(body);
    }

    @POST
    @Path("deep")
    public String deep(String body) {
      return reach(body);
    }
  }

  /** A sub-resource with a mark. */
  @MgsSigned
  public static class Marked {
    @POST
    public String post(String body) {
      return reach(body);
    }
  }

  /** The mark stands on the root alone. */
  @Path("on-root")
  @MgsSigned
  public static class OnRootOfPlainSub {
    @Path("sub")
    public Plain sub() {
      return new Plain();
    }
  }

  /** The mark stands on a locator. */
  @Path("on-locator")
  public static class OnLocator {
    @Path("sub")
    @MgsSigned
    public Plain sub() {
      return new Plain();
    }

    @Path("class")
    @MgsSigned
    public Class<PlainOfClassLocator> type() {
      return PlainOfClassLocator.class;
    }

    @Path("object")
    @MgsSigned
    public Object object() {
      return new PlainOfObjectLocator();
    }

    @Path("{id}/item")
    @MgsSigned
    public PlainOfTemplate item(@PathParam("id") String id) {
      return new PlainOfTemplate();
    }
  }

  /** Located by its class. */
  public static class PlainOfClassLocator extends Plain {}

  /** Located as an Object. */
  public static class PlainOfObjectLocator extends Plain {}

  /** Located under a template. */
  public static class PlainOfTemplate extends Plain {}

  /** The mark stands on the class of the sub-resource. */
  @Path("on-sub-class")
  public static class OnSubResourceClass {
    @Path("sub")
    public Marked sub() {
      return new Marked();
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
  @Path("of-interface")
  public static class OfMarkedInterface implements MarkedContract {
    @Override
    public String post(String body) {
      return reach(body);
    }
  }

  /** A contract with a mark on its method. */
  public interface MethodContract {
    /** Reached by POST. */
    @POST
    @MgsSigned
    String post(String body);
  }

  /** The implementation declares the method anew. */
  @Path("of-interface-method")
  public static class OfMarkedInterfaceMethod implements MethodContract {
    @Override
    @POST
    public String post(String body) {
      return reach(body);
    }
  }

  /** A contract without a mark. */
  public interface PlainContract {
    /** Reached by POST. */
    @POST
    String post(String body);
  }

  /** The method is the interface's, the mark the implementation's. */
  @Path("on-implementation")
  public static class OnImplementationOnly implements PlainContract {
    @Override
    @MgsSigned
    public String post(String body) {
      return reach(body);
    }
  }

  /** A superclass with a mark. */
  @MgsSigned
  public abstract static class MarkedSuper {}

  /** The mark stands on the superclass. */
  @Path("of-superclass")
  public static class OfMarkedSuperclass extends MarkedSuper {
    @POST
    public String post(String body) {
      return reach(body);
    }
  }

  /** A superclass with a mark on its method. */
  public abstract static class MarkedSuperMethod {
    @POST
    @MgsSigned
    public abstract String post(String body);
  }

  /** The mark stands on the overridden method. */
  @Path("of-super-method")
  public static class OfMarkedSuperMethod extends MarkedSuperMethod {
    @Override
    @POST
    public String post(String body) {
      return reach(body);
    }
  }

  /** A generic contract with a mark on its method. */
  public interface GenericContract<T> {
    /** Reached by POST. */
    @MgsSigned
    T post(T body);
  }

  /** The implementation has another signature than the contract. */
  @Path("of-generic")
  public static class OfGenericInterface implements GenericContract<String> {
    @Override
    @POST
    public String post(String body) {
      return reach(body);
    }
  }

  /** A contract with a marked locator. */
  public interface LocatorContract {
    /** Leads to a plain resource. */
    @Path("sub")
    @MgsSigned
    Plain sub();
  }

  /** The mark stands on the locator's interface. */
  @Path("of-locator-interface")
  public static class OfLocatorInterface implements LocatorContract {
    @Override
    public Plain sub() {
      return new Plain();
    }
  }

  /** A locator that leads to locators. */
  @Path("nested")
  public static class Nested {
    @Path("marked")
    @MgsSigned
    public Between marked() {
      return new Between();
    }
  }

  /** In the middle, without a mark. */
  public static class Between {
    @Path("sub")
    public Plain sub() {
      return new Plain();
    }
  }

  /** Answers later. */
  @Path("async")
  @MgsSigned
  public static class Asynchronous {
    @POST
    @Path("stage")
    public CompletionStage<String> stage(String body) {
      return CompletableFuture.supplyAsync(() -> reach(body));
    }

    @POST
    @Path("suspended")
    public void suspended(@Suspended AsyncResponse response, String body) {
      CompletableFuture.runAsync(() -> response.resume(reach(body)));
    }
  }

  /** One method is exempt. */
  @Path("lifted")
  @MgsSigned
  public static class Lifted {
    @POST
    @Path("open")
    @MgsUnsigned
    public String open(String body) {
      return reach(body);
    }

    @POST
    @Path("marked")
    public String marked(String body) {
      return reach(body);
    }
  }

  /** A contract that tries to exempt. */
  public interface LiftingContract {
    /** Reached by POST. */
    @POST
    @MgsUnsigned
    String post(String body);
  }

  /** An interface cannot exempt a class that does not say so itself. */
  @Path("lifted-by-interface")
  @MgsSigned
  public static class LiftedByInterface implements LiftingContract {
    @Override
    @POST
    public String post(String body) {
      return reach(body);
    }
  }

  /** Both marks on one method. */
  @Path("lifted-and-marked")
  public static class LiftedOverMarkedMethod {
    @POST
    @MgsSigned
    @MgsUnsigned
    public String post(String body) {
      return reach(body);
    }
  }

  /** An exemption against the overridden method's mark. */
  @Path("lifted-over-super")
  public static class LiftedOverMarkedSuperMethod extends MarkedSuperMethod {
    @Override
    @POST
    @MgsUnsigned
    public String post(String body) {
      return reach(body);
    }
  }

  /** A sub-resource that exempts its method. */
  public static class LiftedSub {
    @POST
    @MgsUnsigned
    public String post(String body) {
      return reach(body);
    }
  }

  /** An exemption against a locator's mark. */
  @Path("lifted-below-locator")
  public static class LiftedBelowLocator {
    @Path("sub")
    @MgsSigned
    public LiftedSub sub() {
      return new LiftedSub();
    }
  }

  /** A marked method beside an open one that a template could mistake for it. */
  @Path("template")
  public static class Template {
    @POST
    @Path("{id: [^/]+}")
    @MgsSigned
    public String marked(String body) {
      return reach(body);
    }

    @POST
    @Path("open")
    public String open(String body) {
      return reach(body);
    }
  }
}
