package io.github.mgsjaxrs.internal.enforcement;

import jakarta.ws.rs.core.FeatureContext;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the applications of a JAX-RS runtime that have ended: whatever takes the place of one has
 * to prove anew that it has the library's filters.
 */
public final class EndedApplications {

  private static final String JERSEY = "org.glassfish.jersey.";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private EndedApplications() {}

  /**
   * Counts an application when it ends, where its runtime can replace it (Jersey).
   *
   * @param context takes what watches it
   */
  public static void watch(FeatureContext context) {
    if (context.getClass().getName().startsWith(JERSEY)) {
      context.register(new JerseyShutdown());
    }
  }

  public static void add() {
    COUNT.incrementAndGet();
  }

  /** How many have ended, of all web applications that share this class. */
  public static int count() {
    return COUNT.get();
  }
}
