package io.github.mgsjaxrs.conformance.lost;

import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.filter.RequestSnapshotFilter;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Lists its resources with one of the filters, which verifies nothing that is marked. */
@ApplicationPath("/")
public class SnapshotListingApplication extends WithoutServices {

  /** Called by the server. */
  public SnapshotListingApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(MarkedResource.class, RequestSnapshotFilter.class);
  }
}
