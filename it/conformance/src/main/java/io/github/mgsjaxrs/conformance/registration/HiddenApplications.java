package io.github.mgsjaxrs.conformance.registration;

import io.github.mgsjaxrs.filter.AnswerSignature;
import io.github.mgsjaxrs.filter.RequestSnapshotFilter;
import io.github.mgsjaxrs.filter.SignatureFilter;
import io.github.mgsjaxrs.filter.offline.OfflinePackageReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Set;

/**
 * Applications that list their classes, in ways in which a container may not see that they do: they
 * are no beans, or lack what tells an application, or list nearly what they should.
 */
public final class HiddenApplications {

  private HiddenApplications() {}

  /** Has no {@code @ApplicationPath}. */
  public static class WithoutPath extends Application {
    /** Called by the server. */
    public WithoutPath() {}

    @Override
    public Set<Class<?>> getClasses() {
      return ClassLists.withoutFilters();
    }
  }

  /** Hands out instances, and has no {@code @ApplicationPath}. */
  public static class InstancesWithoutPath extends Application {
    /** Called by the server. */
    public InstancesWithoutPath() {}

    @Override
    @SuppressWarnings("deprecation") // what old applications do has to be protected too
    public Set<Object> getSingletons() {
      return Set.of(new MarkedResource());
    }
  }

  /** Is a bean that nothing injects, without a path. */
  @Singleton
  public static class SingletonWithoutPath extends Application {
    /** Called by the server. */
    public SingletonWithoutPath() {}

    @Override
    public Set<Class<?>> getClasses() {
      return ClassLists.withoutFilters();
    }
  }

  /** Is a bean behind a proxy that nothing injects, without a path. */
  @ApplicationScoped
  public static class UnusedBean extends Application {
    /** Called by the server. */
    public UnusedBean() {}

    @Override
    public Set<Class<?>> getClasses() {
      return ClassLists.withoutFilters();
    }
  }

  /** A singleton with a path. */
  @Singleton
  @ApplicationPath("/")
  public static class SingletonApplication extends Application {
    /** Called by the server. */
    public SingletonApplication() {}

    @Override
    public Set<Class<?>> getClasses() {
      return ClassLists.withoutFilters();
    }
  }

  /** Must be no bean. */
  @Vetoed
  @ApplicationPath("/")
  public static class VetoedApplication extends Application {
    /** Called by the server. */
    public VetoedApplication() {}

    @Override
    public Set<Class<?>> getClasses() {
      return ClassLists.withoutFilters();
    }
  }

  /** Has the path alone. */
  @ApplicationPath("/")
  public abstract static class Rooted extends Application {
    /** For subclasses. */
    protected Rooted() {}
  }

  /** Gets its path from a superclass. */
  public static class InheritingPath extends Rooted {
    /** Called by the server. */
    public InheritingPath() {}

    @Override
    public Set<Class<?>> getClasses() {
      return ClassLists.withoutFilters();
    }
  }

  /** Lists all that verifies, without what looks before matching. */
  public static class WithoutSnapshot extends Application {
    /** Called by the server. */
    public WithoutSnapshot() {}

    @Override
    public Set<Class<?>> getClasses() {
      return ClassLists.without(RequestSnapshotFilter.class);
    }
  }

  /** Lists all but what looks at every match. */
  public static class WithoutSignatureFilter extends Application {
    /** Called by the server. */
    public WithoutSignatureFilter() {}

    @Override
    public Set<Class<?>> getClasses() {
      return ClassLists.without(SignatureFilter.class);
    }
  }

  /** Lists all but what signs answers. */
  public static class WithoutAnswerSignature extends Application {
    /** Called by the server. */
    public WithoutAnswerSignature() {}

    @Override
    public Set<Class<?>> getClasses() {
      return ClassLists.without(AnswerSignature.class);
    }
  }

  /** Lists all but what reads packages. */
  public static class WithoutReader extends Application {
    /** Called by the server. */
    public WithoutReader() {}

    @Override
    public Set<Class<?>> getClasses() {
      return ClassLists.without(OfflinePackageReader.class);
    }
  }

  /** Asks RESTEasy to load no services, and not to take the filter. */
  public static class WithProperties extends Application {
    /** Called by the server. */
    public WithProperties() {}

    @Override
    public Set<Class<?>> getClasses() {
      return ClassLists.withoutFilters();
    }

    @Override
    public Map<String, Object> getProperties() {
      return Map.of(
          "jakarta.ws.rs.loadServices",
          false,
          "resteasy.disable.providers",
          SignatureFilter.class.getName());
    }
  }

  /** Lists a filter of its own in place of one of the library. */
  public static class WithSubstitute extends Application {
    /** Called by the server. */
    public WithSubstitute() {}

    @Override
    public Set<Class<?>> getClasses() {
      Set<Class<?>> classes = ClassLists.without(SignatureFilter.class);
      classes.add(Substitute.class);
      return classes;
    }
  }

  /** Looks like the filter, and lets everything pass. */
  @Provider
  public static class Substitute extends SignatureFilter {
    /** Called by the server. */
    public Substitute() {}

    @Override
    public void filter(ContainerRequestContext context) {
      context.setProperty("looked at", true);
    }
  }

  /** Has the filter registered for other methods than the marked one. */
  public static class WithDynamicFilter extends Application {
    /** Called by the server. */
    public WithDynamicFilter() {}

    @Override
    public Set<Class<?>> getClasses() {
      Set<Class<?>> classes = ClassLists.without(SignatureFilter.class);
      classes.add(OtherResource.class);
      classes.add(ForOtherResource.class);
      return classes;
    }
  }

  /** Registers the filter for one resource alone. */
  @Provider
  public static class ForOtherResource implements DynamicFeature {
    /** Called by the server. */
    public ForOtherResource() {}

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
      if (resource.getResourceClass() == OtherResource.class) {
        context.register(SignatureFilter.class);
      }
    }
  }

  /** A resource beside the marked one. */
  @Path("other")
  public static class OtherResource {
    /** Called by the server. */
    public OtherResource() {}

    /**
     * Answers.
     *
     * @return {@value Registration#SERVED}
     */
    @GET
    public String get() {
      return Registration.SERVED;
    }
  }
}
