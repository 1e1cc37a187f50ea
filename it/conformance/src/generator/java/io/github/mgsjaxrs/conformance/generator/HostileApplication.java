package io.github.mgsjaxrs.conformance.generator;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The hostile application: every place of a mark in every kind of resource class, behind every kind
 * of locator and proxy, each as a small resource of its own, and the list of what has to become of
 * each.
 */
final class HostileApplication {

  private HostileApplication() {}

  static void write(Path folder) throws IOException {
    HostileWays ways = new HostileWays();
    new RootWays(ways).add();
    new LocatorWays(ways).add();
    new ExemptionWays(ways).add();
    new DefaultMethodWays(ways).add();
    new NestedWays(ways).add();
    new BeanWays(ways).add();
    new ProxyWays(ways).add();
    new SessionBeanWays(ways).add();
    new HostileSources(ways).write(folder);
  }
}
