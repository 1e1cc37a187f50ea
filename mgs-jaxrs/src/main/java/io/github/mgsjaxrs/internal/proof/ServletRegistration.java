package io.github.mgsjaxrs.internal.proof;

import io.github.mgsjaxrs.internal.lookup.VerifierLookups;
import io.github.mgsjaxrs.internal.lookup.VerifierPresence;
import io.github.mgsjaxrs.internal.runtime.servlet.DispatchFilter;
import io.github.mgsjaxrs.internal.runtime.servlet.EntityStorages;
import io.github.mgsjaxrs.internal.runtime.servlet.ServletEntityFilter;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@link ServletEntityFilter} in front of all filters of a web application, and what lets no
 * request into an application without the filters ({@link ApplicationProof}, and {@link CxfGate} on
 * TomEE); called by the servlet container, which finds it as a service. Not called where {@code
 * web.xml} has an absolute ordering that leaves this library out, and where a container looks for
 * services in the web application alone: {@link ServletGuard} sees to it there.
 */
public final class ServletRegistration implements ServletContainerInitializer {

  private static final String FILTER = "mgs-jaxrs-entity";

  private static final String INCLUDES = "mgs-jaxrs-includes";

  private static final String DISPATCHES = "mgs-jaxrs-dispatches";

  private static final String PROOF = "mgs-jaxrs-proof";

  private static final String PROOF_BY_NAME = "mgs-jaxrs-proof-by-name";

  /** The attribute of a web application that has the proof in front: its registration by name. */
  public static final String ATTRIBUTE = "io.github.mgsjaxrs.servlet.proof";

  /** For the servlet container. */
  public ServletRegistration() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    if (ServletGuard.isTomee(context)) {
      CxfGate.open(context);
    }
    open(context);
    context.addListener(new VerifierPresence());
  }

  /**
   * Puts the filters in front of a web application that has none of them.
   *
   * @param context a web application that has not started yet
   * @throws io.github.mgsjaxrs.MgsConfigurationException if it has a filter of the proof's name
   */
  public static void open(ServletContext context) {
    if (context.getAttribute(ATTRIBUTE) != null) {
      return;
    }
    EntityStorages storages = new EntityStorages(ServletRegistration::configured);
    FilterRegistration.Dynamic registration =
        context.addFilter(FILTER, new ServletEntityFilter(storages));
    if (registration != null) {
      context.setAttribute(EntityStorages.ATTRIBUTE, storages);
      registration.setAsyncSupported(true);
      registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
      note(context, INCLUDES, new DispatchFilter(true), EnumSet.of(DispatcherType.INCLUDE));
      note(
          context,
          DISPATCHES,
          new DispatchFilter(false),
          EnumSet.of(DispatcherType.FORWARD, DispatcherType.ASYNC, DispatcherType.ERROR));
    }
    FilterRegistration.Dynamic byPath =
        added(PROOF, context.addFilter(PROOF, new ApplicationProof()));
    // forwards and error pages lead into applications too
    byPath.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    FilterRegistration.Dynamic byName =
        added(PROOF_BY_NAME, context.addFilter(PROOF_BY_NAME, new NamedDispatchProof()));
    context.setAttribute(ATTRIBUTE, byName);
    NamedDispatchProof.map(context, new JaxRsEntries(context).namesToMap());
  }

  private static void note(
      ServletContext context, String name, DispatchFilter filter, EnumSet<DispatcherType> types) {
    added(name, context.addFilter(name, filter)).addMappingForUrlPatterns(types, false, "/*");
  }

  /** Where it cannot be looked for, every request is refused once it reaches the filters. */
  public static EntityStorages.@Nullable Place configured() {
    return VerifierLookups.fault().isPresent()
        ? null
        : VerifierLookups.find()
            .map(MgsVerifier::settings)
            .map(found -> new EntityStorages.Place(found.limits(), found.tempDirectory()))
            .orElse(null);
  }

  private static FilterRegistration.Dynamic added(
      String name, FilterRegistration.@Nullable Dynamic registration) {
    if (registration == null) {
      throw ServletGuard.told(
          "A filter of the name "
              + name
              + " is there already, so that mgs-jaxrs cannot put its own in front: rename it, and"
              + " keep one copy of mgs-jaxrs",
          null);
    }
    registration.setAsyncSupported(true);
    return registration;
  }
}
