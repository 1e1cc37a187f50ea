package io.github.mgsjaxrs.filter;

import org.glassfish.jersey.server.spi.AbstractContainerLifecycleListener;
import org.glassfish.jersey.server.spi.Container;

/**
 * Notices that a Jersey application ends. It is registered by the feature of that application, as
 * the next one may have nothing of the library.
 *
 * <p>Loaded on Jersey alone.
 */
final class JerseyShutdown extends AbstractContainerLifecycleListener {

  JerseyShutdown() {}

  @Override
  public void onShutdown(Container container) {
    EndedApplications.add();
  }
}
