package io.github.mgsjaxrs.wildfly.inside;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.concurrent.ForkJoinPool;
import org.jboss.resteasy.core.interception.jaxrs.SuspendableContainerRequestContext;

/** Filters of an application that go on with a request on a thread which no container knows. */
public final class SuspendingFilters {

  /** The header that asks for one of them, by its value. */
  public static final String HEADER = "Suspended-By";

  private SuspendingFilters() {}

  private static void suspend(ContainerRequestContext context, Class<?> filter) {
    if (filter.getSimpleName().equals(context.getHeaderString(HEADER))) {
      SuspendableContainerRequestContext suspendable = (SuspendableContainerRequestContext) context;
      suspendable.suspend();
      ForkJoinPool.commonPool().execute(suspendable::resume);
    }
  }

  /** Runs before matching, and before every filter of another priority. */
  @Provider
  @PreMatching
  @Priority(Integer.MIN_VALUE)
  public static class First implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext context) {
      suspend(context, First.class);
    }
  }

  /** Runs before matching. */
  @Provider
  @PreMatching
  public static class BeforeMatching implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext context) {
      suspend(context, BeforeMatching.class);
    }
  }

  /** Runs after matching, and before every filter of another priority. */
  @Provider
  @Priority(Integer.MIN_VALUE)
  public static class AfterMatching implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext context) {
      suspend(context, AfterMatching.class);
    }
  }
}
