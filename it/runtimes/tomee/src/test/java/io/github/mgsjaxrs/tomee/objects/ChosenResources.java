package io.github.mgsjaxrs.tomee.objects;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.conformance.registration.Registration;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** What CDI puts in the place of resources, where this library does not ask CDI. */
public final class ChosenResources {

  private ChosenResources() {}

  /** Gives out a verifier, as there is no module that makes one. */
  @ApplicationPath("/")
  public static class ChosenApplication extends Application {
    private final MgsFeature feature =
        new MgsFeature(MgsVerifier.builder().salt("own", SignatureAlgorithm.MD5, "a salt").build());

    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(
          Replaced.class, Produced.class, ProducedOpen.class, Plain.class, Locating.class);
    }

    @Override
    @SuppressWarnings("deprecation") // the one way to register an instance
    public Set<Object> getSingletons() {
      return Set.of(feature);
    }
  }

  @Path("replaced")
  @RequestScoped
  public static class Replaced {
    @GET
    public String get() {
      return Registration.SERVED;
    }

    @Path("located")
    public Plain located() {
      return new Plain();
    }
  }

  @Alternative
  @Priority(10)
  @RequestScoped
  public static class Instead extends Replaced {
    @MgsSigned
    @Override
    public String get() {
      return super.get();
    }

    @MgsSigned
    @Override
    public Plain located() {
      return super.located();
    }
  }

  @Path("produced")
  @Vetoed
  public static class Produced {
    @GET
    public String get() {
      return Registration.SERVED;
    }
  }

  @Vetoed
  public static class MarkedProduced extends Produced {
    @MgsSigned
    @Override
    public String get() {
      return super.get();
    }
  }

  @Path("produced/open")
  @Vetoed
  public static class ProducedOpen {
    @GET
    public String get() {
      return Registration.SERVED;
    }
  }

  /** Makes the resources. */
  @ApplicationScoped
  public static class Maker {
    @Produces
    @RequestScoped
    @Typed(Produced.class)
    public Produced produced() {
      return new MarkedProduced();
    }

    @Produces
    @RequestScoped
    public ProducedOpen producedOpen() {
      return new ProducedOpen();
    }
  }

  @Path("plain")
  @RequestScoped
  public static class Plain {
    @GET
    public String get() {
      return Registration.SERVED;
    }
  }

  @Path("locating")
  @RequestScoped
  public static class Locating {
    @Inject private Produced produced;
    @Inject private ProducedOpen producedOpen;

    @Path("marked")
    public Produced marked() {
      return produced;
    }

    @Path("open")
    public ProducedOpen open() {
      return producedOpen;
    }
  }
}
