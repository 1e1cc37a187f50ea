package io.github.mgsjaxrs.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@link ServletEntityFilter} in front of all filters of a web application, and what lets no
 * request into an application without the filters ({@link CxfGate} on TomEE, else {@link
 * ApplicationProof}); called by the servlet container, which finds it as a service. Not called
 * where {@code web.xml} has an absolute ordering that leaves this library out.
 */
public final class ServletRegistration implements ServletContainerInitializer {

  private static final String FILTER = "mgs-jaxrs-entity";

  private static final String PROOF = "mgs-jaxrs-proof";

  /** For the servlet container. */
  public ServletRegistration() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    boolean isTomee = ServletGuard.isTomee(context);
    if (isTomee) {
      CxfGate.open(context);
    }
    EntityStorages storages = new EntityStorages();
    FilterRegistration.Dynamic registration =
        context.addFilter(FILTER, new ServletEntityFilter(storages));
    if (registration != null) {
      context.setAttribute(EntityStorages.ATTRIBUTE, storages);
      registration.setAsyncSupported(true);
      registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }
    context.addListener(new VerifierPresence());
    FilterRegistration.Dynamic proof =
        isTomee ? null : context.addFilter(PROOF, new ApplicationProof());
    if (proof != null) {
      proof.setAsyncSupported(true);
      // forwards and error pages lead into applications too
      proof.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    }
  }
}
