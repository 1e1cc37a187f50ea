package io.github.mgsjaxrs.quickstart;

import io.github.mgsjaxrs.conformance.suite.LoadFaultSuite;

/** The jar with slow clients, or with nowhere to keep large bodies. */
class LoadFaultIT extends LoadFaultSuite {

  LoadFaultIT() {
    super(new LoadedQuickstart());
  }
}
