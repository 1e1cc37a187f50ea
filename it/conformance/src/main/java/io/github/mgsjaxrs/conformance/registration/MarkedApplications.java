package io.github.mgsjaxrs.conformance.registration;

import io.github.mgsjaxrs.MgsSigned;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Applications that list nothing, by where their mark stands and by which keys it admits. */
public final class MarkedApplications {

  private static final String TEAM = "team.a/orders";

  private MarkedApplications() {}

  /** Has the mark for one key itself. */
  @ApplicationPath("/")
  @MgsSigned(keys = TEAM)
  public static class Keyed extends Application {
    /** Called by the server. */
    public Keyed() {}
  }

  /** Has the mark alone. */
  @MgsSigned
  public abstract static class Marked extends Application {
    /** For subclasses. */
    protected Marked() {}
  }

  /** Gets its mark from a superclass. */
  @ApplicationPath("/")
  public static class OfSuperclass extends Marked {
    /** Called by the server. */
    public OfSuperclass() {}
  }

  /** Has the mark for one key alone. */
  @MgsSigned(keys = TEAM)
  public abstract static class MarkedForOneKey extends Application {
    /** For subclasses. */
    protected MarkedForOneKey() {}
  }

  /** Gets its mark and its key from a superclass. */
  @ApplicationPath("/")
  public static class KeyedBySuperclass extends MarkedForOneKey {
    /** Called by the server. */
    public KeyedBySuperclass() {}
  }

  /** Gets its mark from an interface. */
  @ApplicationPath("/")
  public static class OfInterface extends Application implements ClosedApi {
    /** Called by the server. */
    public OfInterface() {}
  }

  /** Carries a mark for one key. */
  @MgsSigned(keys = TEAM)
  public interface KeyedApi {}

  /** Gets its mark and its key from an interface. */
  @ApplicationPath("/")
  public static class KeyedByInterface extends Application implements KeyedApi {
    /** Called by the server. */
    public KeyedByInterface() {}
  }

  /** Has no mark. */
  @ApplicationPath("/")
  public static class Unmarked extends Application {
    /** Called by the server. */
    public Unmarked() {}
  }
}
