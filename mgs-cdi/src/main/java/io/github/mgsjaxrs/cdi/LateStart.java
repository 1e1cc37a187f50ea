package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsVerifier;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticObserver;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.ws.rs.core.Application;

/**
 * Builds the verifier when an application with CDI Lite starts, and refuses to start one on Quarkus
 * REST that leaves the filters out; the container instantiates it.
 */
public class LateStart implements SyntheticObserver<Startup> {

  /** Called by the container. */
  public LateStart() {}

  @Override
  public void observe(EventContext<Startup> event, Parameters none) {
    CDI<Object> container = CDI.current();
    VerifierStart.build(container.select(MgsVerifier.class));
    if (ListedClasses.areAll()) {
      for (Instance.Handle<Application> application :
          container.select(Application.class, Any.Literal.INSTANCE).handles()) {
        // some of Quarkus's own beans have every type
        if (Application.class.isAssignableFrom(application.getBean().getBeanClass())) {
          ListedClasses.requireFilters(application.get());
        }
      }
    }
  }
}
