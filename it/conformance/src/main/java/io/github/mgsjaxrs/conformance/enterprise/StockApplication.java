package io.github.mgsjaxrs.conformance.enterprise;

import io.github.mgsjaxrs.conformance.enterprise.beans.StockResource;
import io.github.mgsjaxrs.conformance.matrix.resources.MatrixCalls;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists its classes, as one of them may lie in another archive, where no server looks for it. */
@ApplicationPath("/")
public class StockApplication extends Application {

  /** Called by the server. */
  public StockApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(MatrixCalls.class, StockLocators.class, StockResource.class);
  }
}
