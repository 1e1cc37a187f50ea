package io.github.mgsjaxrs.jersey;

import org.junit.jupiter.api.extension.RegisterExtension;

class JettyPackagesTest extends OfflinePackages {

  @RegisterExtension
  static final JerseyServer SERVER =
      JettyServer.of(OfflinePackages::verifier, OfflinePackages::application);

  @Override
  JerseyServer server() {
    return SERVER;
  }
}
