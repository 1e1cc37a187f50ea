package io.github.mgsjaxrs.conformance.matrix.resources;

import io.github.mgsjaxrs.MgsSigned;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Marks on the way to a sub-resource: its root, the locators, its own class. */
public final class LocatorResources {

  private LocatorResources() {}

  /** The mark stands on the root alone. */
  @Path("matrix/on-root")
  @MgsSigned
  public static class OnRootOfPlainSub {
    @Path("sub")
    public Plain sub() {
      return new Plain();
    }
  }

  /** The mark stands on a locator. */
  @Path("matrix/on-locator")
  public static class OnLocator {
    @Path("sub")
    @MgsSigned
    public Plain sub() {
      return new Plain();
    }

    @Path("{id}/item")
    @MgsSigned
    public OfTemplate item(@PathParam("id") String id) {
      return new OfTemplate();
    }
  }

  /** The mark stands on a locator that returns a class. */
  @Path("matrix/on-class-locator")
  public static class OnClassLocator {
    @Path("class")
    @MgsSigned
    public Class<OfClassLocator> type() {
      return OfClassLocator.class;
    }
  }

  /** The mark stands on a locator that does not say what it returns. */
  @Path("matrix/on-object-locator")
  public static class OnObjectLocator {
    @Path("object")
    @MgsSigned
    public Object object() {
      return new OfObjectLocator();
    }
  }

  /** Located under a template. */
  public static class OfTemplate extends Plain {}

  /** Located by its class. */
  public static class OfClassLocator extends Plain {}

  /** Located as an Object. */
  public static class OfObjectLocator extends Plain {}

  /** A sub-resource with a mark. */
  @MgsSigned
  public static class Marked {
    @POST
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** The mark stands on the class of the sub-resource. */
  @Path("matrix/on-sub-class")
  public static class OnSubResourceClass {
    @Path("sub")
    public Marked sub() {
      return new Marked();
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
  @Path("matrix/of-locator-interface")
  public static class OfLocatorInterface implements LocatorContract {
    @Override
    public Plain sub() {
      return new Plain();
    }
  }

  /** The locator is declared anew, without the mark. */
  @Path("matrix/redeclared-locator")
  public static class RedeclaredLocator implements LocatorContract {
    @Override
    @Path("sub")
    public Plain sub() {
      return new Plain();
    }
  }

  /** A locator between two others. */
  public static class Middle {
    @Path("sub")
    public Plain sub() {
      return new Plain();
    }
  }

  /** A marked locator above another one. */
  @Path("matrix/nested-above")
  public static class MarkedAbove {
    @Path("middle")
    @MgsSigned
    public Middle middle() {
      return new Middle();
    }
  }

  /** A locator between two others, marked. */
  public static class MarkedMiddle {
    @Path("sub")
    @MgsSigned
    public Plain sub() {
      return new Plain();
    }
  }

  /** A marked locator below another one. */
  @Path("matrix/nested-below")
  public static class MarkedBelow {
    @Path("{id}/middle")
    public MarkedMiddle middle(@PathParam("id") String id) {
      return new MarkedMiddle();
    }
  }

  /** No mark anywhere. */
  @Path("matrix/open-locator")
  public static class OpenLocator {
    @Path("sub")
    public Plain sub() {
      return new Plain();
    }
  }
}
