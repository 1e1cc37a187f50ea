package io.github.mgsjaxrs.conformance.echo;

import io.github.mgsjaxrs.KooGallerySigned;
import io.github.mgsjaxrs.MgsUnsigned;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mark of KooGallery in each place where a mark may stand. */
public final class KooGalleryMarks {

  private KooGalleryMarks() {}

  /**
   * The resources, to be registered where nothing scans for them.
   *
   * @return root resource classes
   */
  public static List<Class<?>> classes() {
    return List.of(
        OnClass.class,
        OnMethod.class,
        OfSuperclass.class,
        OfSuperMethod.class,
        OfInterface.class,
        OfInterfaceMethod.class,
        OnLocator.class,
        OnSubClass.class);
  }

  private static String reached(@Nullable String ticket) {
    EchoCalls.remember(ticket == null ? "" : ticket, KooGalleryEcho.NAME);
    return "reached";
  }

  /** A marked class with an exempt method. */
  @Path("koo-marks/class")
  @KooGallerySigned
  public static class OnClass {
    @POST
    public String post(@HeaderParam(EchoCalls.TICKET) String ticket) {
      return reached(ticket);
    }

    @POST
    @Path("open")
    @MgsUnsigned
    public String open(@HeaderParam(EchoCalls.TICKET) String ticket) {
      return reached(ticket);
    }
  }

  /** A marked method beside one without a mark. */
  @Path("koo-marks/method")
  public static class OnMethod {
    @POST
    @KooGallerySigned
    public String post(@HeaderParam(EchoCalls.TICKET) String ticket) {
      return reached(ticket);
    }

    @POST
    @Path("open")
    public String open(@HeaderParam(EchoCalls.TICKET) String ticket) {
      return reached(ticket);
    }
  }

  /** A marked superclass. */
  @KooGallerySigned
  public abstract static class Marked {}

  /** Of a marked superclass. */
  @Path("koo-marks/superclass")
  public static class OfSuperclass extends Marked {
    @POST
    public String post(@HeaderParam(EchoCalls.TICKET) String ticket) {
      return reached(ticket);
    }
  }

  /** A superclass with a marked method. */
  public abstract static class WithMarkedMethod {
    @KooGallerySigned
    public abstract String post(String ticket);
  }

  /** Overrides a marked method. */
  @Path("koo-marks/super-method")
  public static class OfSuperMethod extends WithMarkedMethod {
    @Override
    @POST
    public String post(@HeaderParam(EchoCalls.TICKET) String ticket) {
      return reached(ticket);
    }
  }

  /** A marked interface. */
  @KooGallerySigned
  public interface MarkedInterface {}

  /** Of a marked interface. */
  @Path("koo-marks/interface")
  public static class OfInterface implements MarkedInterface {
    @POST
    public String post(@HeaderParam(EchoCalls.TICKET) String ticket) {
      return reached(ticket);
    }
  }

  /** An interface with a marked method. */
  public interface WithMarkedInterfaceMethod {
    /** Marked. */
    @KooGallerySigned
    String post(String ticket);
  }

  /** Implements a marked method. */
  @Path("koo-marks/interface-method")
  public static class OfInterfaceMethod implements WithMarkedInterfaceMethod {
    @Override
    @POST
    public String post(@HeaderParam(EchoCalls.TICKET) String ticket) {
      return reached(ticket);
    }
  }

  /** A marked locator of an unmarked class. */
  @Path("koo-marks/locator")
  public static class OnLocator {
    @Path("sub")
    @KooGallerySigned
    public Sub sub() {
      return new Sub();
    }
  }

  /** A sub-resource without a mark. */
  public static class Sub {
    @POST
    public String post(@HeaderParam(EchoCalls.TICKET) String ticket) {
      return reached(ticket);
    }
  }

  /** An unmarked locator of a marked class. */
  @Path("koo-marks/sub-class")
  public static class OnSubClass {
    @Path("sub")
    public MarkedSub sub() {
      return new MarkedSub();
    }
  }

  /** A marked sub-resource. */
  @KooGallerySigned
  public static class MarkedSub {
    @POST
    public String post(@HeaderParam(EchoCalls.TICKET) String ticket) {
      return reached(ticket);
    }
  }
}
