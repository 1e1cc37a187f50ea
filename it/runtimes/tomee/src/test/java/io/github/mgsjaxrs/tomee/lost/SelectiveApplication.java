package io.github.mgsjaxrs.tomee.lost;

import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.filter.SignatureFilter;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;

/** Lists all filters but the one that counts. */
@ApplicationPath("/")
public class SelectiveApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(MgsFeature.providers());
    classes.remove(SignatureFilter.class);
    classes.add(MarkedResource.class);
    classes.add(GuardedResource.class);
    return classes;
  }
}
