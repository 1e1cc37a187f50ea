package io.github.mgsjaxrs.conformance.matrix.resources;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.MgsUnsigned;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Where an exemption counts, and where it does not. */
public final class ExemptResources {

  private ExemptResources() {}

  /** One method is exempt. */
  @Path("matrix/lifted")
  @MgsSigned
  public static class Lifted {
    @POST
    @Path("open")
    @MgsUnsigned
    public String open(String body) {
      return Reached.by(body);
    }

    @POST
    @Path("marked")
    public String marked(String body) {
      return Reached.by(body);
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
  @Path("matrix/lifted-by-interface")
  @MgsSigned
  public static class LiftedByInterface implements LiftingContract {
    @Override
    @POST
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** Both marks on one method. */
  @Path("matrix/lifted-and-marked")
  public static class LiftedAndMarked {
    @POST
    @MgsSigned
    @MgsUnsigned
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** An exemption against the overridden method's mark. */
  @Path("matrix/lifted-over-super")
  public static class LiftedOverSuper extends InheritedMarks.MarkedSuperMethod {
    @Override
    @POST
    @MgsUnsigned
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** A sub-resource that exempts its method. */
  public static class LiftedSub {
    @POST
    @MgsUnsigned
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** An exemption against a locator's mark. */
  @Path("matrix/lifted-below-locator")
  public static class LiftedBelowLocator {
    @Path("sub")
    @MgsSigned
    public LiftedSub sub() {
      return new LiftedSub();
    }
  }

  /** An exemption against the mark of the resource above. */
  @Path("matrix/lifted-below-root")
  @MgsSigned
  public static class LiftedBelowRoot {
    @Path("sub")
    public LiftedSub sub() {
      return new LiftedSub();
    }
  }

  /** A marked method beside an open one that a template could mistake for it. */
  @Path("matrix/template")
  public static class Template {
    @POST
    @Path("{id: [^/]+}")
    @MgsSigned
    public String marked(String body) {
      return Reached.by(body);
    }

    @POST
    @Path("open")
    public String open(String body) {
      return Reached.by(body);
    }
  }
}
