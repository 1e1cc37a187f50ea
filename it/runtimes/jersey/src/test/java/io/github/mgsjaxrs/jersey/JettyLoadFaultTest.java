package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.suite.LoadFaultSuite;

/** Jersey in a servlet container with slow clients, or with nowhere to keep large bodies. */
class JettyLoadFaultTest extends LoadFaultSuite {

  JettyLoadFaultTest() {
    super(new LoadedJetty());
  }
}
