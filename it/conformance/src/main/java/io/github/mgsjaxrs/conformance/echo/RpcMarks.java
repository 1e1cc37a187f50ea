package io.github.mgsjaxrs.conformance.echo;

import io.github.mgsjaxrs.MgsRpcSigned;
import io.github.mgsjaxrs.MgsUnsigned;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mark of one scheme in each place where a mark may stand. The build writes the marks of each
 * further scheme after this class.
 */
public final class RpcMarks {

  private RpcMarks() {}

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
    EchoCalls.remember(ticket == null ? "" : ticket, RpcEcho.NAME);
    return "reached";
  }

  /** A marked class with an exempt method. */
  @Path("rpc-marks/class")
  @MgsRpcSigned
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
  @Path("rpc-marks/method")
  public static class OnMethod {
    @POST
    @MgsRpcSigned
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
  @MgsRpcSigned
  public abstract static class Marked {}

  /** Of a marked superclass. */
  @Path("rpc-marks/superclass")
  public static class OfSuperclass extends Marked {
    @POST
    public String post(@HeaderParam(EchoCalls.TICKET) String ticket) {
      return reached(ticket);
    }
  }

  /** A superclass with a marked method. */
  public abstract static class WithMarkedMethod {
    @MgsRpcSigned
    public abstract String post(String ticket);
  }

  /** Overrides a marked method. */
  @Path("rpc-marks/super-method")
  public static class OfSuperMethod extends WithMarkedMethod {
    @Override
    @POST
    public String post(@HeaderParam(EchoCalls.TICKET) String ticket) {
      return reached(ticket);
    }
  }

  /** A marked interface. */
  @MgsRpcSigned
  public interface MarkedInterface {}

  /** Of a marked interface. */
  @Path("rpc-marks/interface")
  public static class OfInterface implements MarkedInterface {
    @POST
    public String post(@HeaderParam(EchoCalls.TICKET) String ticket) {
      return reached(ticket);
    }
  }

  /** An interface with a marked method. */
  public interface WithMarkedInterfaceMethod {
    /** Marked. */
    @MgsRpcSigned
    String post(String ticket);
  }

  /** Implements a marked method. */
  @Path("rpc-marks/interface-method")
  public static class OfInterfaceMethod implements WithMarkedInterfaceMethod {
    @Override
    @POST
    public String post(@HeaderParam(EchoCalls.TICKET) String ticket) {
      return reached(ticket);
    }
  }

  /** A marked locator of an unmarked class. */
  @Path("rpc-marks/locator")
  public static class OnLocator {
    @Path("sub")
    @MgsRpcSigned
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
  @Path("rpc-marks/sub-class")
  public static class OnSubClass {
    @Path("sub")
    public MarkedSub sub() {
      return new MarkedSub();
    }
  }

  /** A marked sub-resource. */
  @MgsRpcSigned
  public static class MarkedSub {
    @POST
    public String post(@HeaderParam(EchoCalls.TICKET) String ticket) {
      return reached(ticket);
    }
  }
}
