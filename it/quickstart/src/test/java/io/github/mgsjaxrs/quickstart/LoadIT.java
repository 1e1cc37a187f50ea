package io.github.mgsjaxrs.quickstart;

import io.github.mgsjaxrs.conformance.suite.LoadSuite;

/** The jar under a mixed load. */
class LoadIT extends LoadSuite {

  LoadIT() {
    super(new LoadedQuickstart());
  }
}
