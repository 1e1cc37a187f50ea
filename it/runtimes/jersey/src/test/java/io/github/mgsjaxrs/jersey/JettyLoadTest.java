package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.suite.LoadSuite;

/** Jersey in a servlet container under a mixed load. */
class JettyLoadTest extends LoadSuite {

  JettyLoadTest() {
    super(new LoadedJetty());
  }
}
