package io.github.mgsjaxrs.quarkusrest.start;

import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.filter.BodySignature;
import io.github.mgsjaxrs.filter.BoundSignatureFilter;
import io.github.mgsjaxrs.filter.EntityRelease;
import io.github.mgsjaxrs.filter.RequestSnapshotFilter;
import io.github.mgsjaxrs.filter.SignatureFilter;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/**
 * Lists its resource and the filters, as the library asks for where an application lists. Quarkus
 * sees the classes of tests too: without the property this is no application.
 */
@IfBuildProperty(name = "suite.application", stringValue = "complete")
public class CompleteApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        MarkedResource.class,
        RequestSnapshotFilter.class,
        SignatureFilter.class,
        BoundSignatureFilter.class,
        EntityRelease.class,
        BodySignature.class);
  }
}
