package io.github.mgsjaxrs.internal.enforcement;

import org.glassfish.jersey.server.spi.AbstractContainerLifecycleListener;
import org.glassfish.jersey.server.spi.Container;

/**
 * Notices that a Jersey application ends. It is registered by the feature of that application, as
 * the next one may have nothing of the library.
 *
 * <p>Loaded on Jersey alone.
 */
public final class JerseyShutdown extends AbstractContainerLifecycleListener {

  public JerseyShutdown() {}

  @Override
  public void onShutdown(Container container) {
    EndedApplications.add();
  }
}
