package io.github.mgsjaxrs.jersey;

import org.junit.jupiter.api.extension.RegisterExtension;

class GrizzlyPackagesTest extends OfflinePackages {

  @RegisterExtension
  static final JerseyServer SERVER =
      GrizzlyServer.of(OfflinePackages::verifier, OfflinePackages::application);

  @Override
  JerseyServer server() {
    return SERVER;
  }
}
