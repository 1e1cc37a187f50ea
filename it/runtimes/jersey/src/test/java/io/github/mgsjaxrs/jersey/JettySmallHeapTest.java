package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.suite.SmallHeapSuite;

/** Jersey in a servlet container with little memory for many. */
class JettySmallHeapTest extends SmallHeapSuite {

  JettySmallHeapTest() {
    super(new LoadedJetty());
  }
}
