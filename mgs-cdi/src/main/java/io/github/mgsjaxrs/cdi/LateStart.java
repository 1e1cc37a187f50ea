package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticObserver;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.EventContext;

/** Builds the verifier when an application with CDI Lite starts; the container instantiates it. */
public class LateStart implements SyntheticObserver<Startup> {

  /** Called by the container. */
  public LateStart() {}

  @Override
  public void observe(EventContext<Startup> event, Parameters none) {
    VerifierStart.build(CDI.current().select(MgsVerifier.class));
    VerifierStart.lookAsRequestsWill();
  }
}
