package io.github.mgsjaxrs.quickstart;

import io.github.mgsjaxrs.conformance.suite.SmallHeapSuite;

/** The jar with little memory for many. */
class SmallHeapIT extends SmallHeapSuite {

  SmallHeapIT() {
    super(new LoadedQuickstart());
  }
}
