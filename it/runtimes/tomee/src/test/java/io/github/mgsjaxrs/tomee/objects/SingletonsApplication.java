package io.github.mgsjaxrs.tomee.objects;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.registration.Registration;
import io.github.mgsjaxrs.filter.MgsFeature;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Gives out objects of classes that CXF shows under their superclass. */
@ApplicationPath("/")
public class SingletonsApplication extends Application {

  private final Set<Object> objects =
      Set.of(new MgsFeature(), new First$$Marked(), new Second$$Open());

  @Override
  @SuppressWarnings("deprecation") // the one way to register an instance
  public Set<Object> getSingletons() {
    return objects;
  }

  @Path("marked")
  public static class First {
    @GET
    public String get() {
      return Registration.SERVED;
    }
  }

  @MgsSigned
  public static class First$$Marked extends First {}

  @Path("open")
  public static class Second {
    @GET
    public String get() {
      return Registration.SERVED;
    }
  }

  public static class Second$$Open extends Second {}
}
