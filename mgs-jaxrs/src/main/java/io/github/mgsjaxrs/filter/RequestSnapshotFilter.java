package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.internal.enforcement.Enforcement;
import io.github.mgsjaxrs.internal.enforcement.Exchange;
import io.github.mgsjaxrs.internal.enforcement.GivenVerifier;
import io.github.mgsjaxrs.internal.enforcement.RuntimeAdapters;
import io.github.mgsjaxrs.internal.enforcement.Witness;
import io.github.mgsjaxrs.internal.log.FaultLog;
import io.github.mgsjaxrs.internal.lookup.VerifierLookups;
import io.github.mgsjaxrs.internal.protection.CxfLocated;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.runtime.RuntimeAdapter;
import io.github.mgsjaxrs.internal.runtime.ServedPath;
import io.github.mgsjaxrs.internal.scheme.ProblemResponse;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import io.github.mgsjaxrs.internal.storage.ResponseRelease;
import io.github.mgsjaxrs.settings.PathScope;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.container.ResourceContext;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers method, raw target and headers before any other filter can change them, and verifies
 * requests whose path is protected, before matching.
 *
 * <p>It never touches the entity of a request whose path is not protected. Registered by {@code
 * MgsFeature} or found by scanning; applications do not use it directly.
 */
@Provider
@PreMatching
@Priority(Integer.MIN_VALUE)
public class RequestSnapshotFilter implements ContainerRequestFilter {

  /** The name of the request property that tells an instance that another one was here. */
  private static final String DONE = "io.github.mgsjaxrs.snapshot";

  @Context private @Nullable Configuration configuration;
  @Context private @Nullable Providers providers;
  @Context private @Nullable ResourceContext resources;

  private final CxfLocated.Watch objects = new CxfLocated.Watch();
  private final FaultLog faults =
      new FaultLog(System.getLogger(RequestSnapshotFilter.class.getName()));

  /**
   * By the verifier that the application's feature has, or else by the loader that a request is
   * served with: some runtimes have one instance for all applications of an archive, or for all web
   * applications of an enterprise application.
   */
  private final Map<@Nullable Object, Enforcement> enforcements = new WeakHashMap<>();

  private volatile @Nullable Found last;
  private volatile @Nullable RuntimeAdapter adapter;

  /** For the JAX-RS runtime. */
  public RequestSnapshotFilter() {}

  @Override
  public void filter(ContainerRequestContext context) {
    if (Witness.answers(context, configuration, MgsFeature.providers()) || isDone(context)) {
      return;
    }
    Enforcement enforcer;
    try {
      enforcer = enforcement(context);
    } catch (MgsConfigurationException | IllegalStateException wrong) {
      refuse(context, wrong);
      return;
    }
    Exchange exchange = exchange(context, enforcer);
    context.setProperty(DONE, context);
    objects.over(context);
    if (enforcer != null && !isPassingPreflight(context, enforcer)) {
      Requirement requirement =
          enforcer.paths().requirement(context, exchange.request().target(), exchange.runtime());
      if (requirement != null) {
        enforcer.enforce(context, exchange, requirement);
      }
    }
  }

  /**
   * CXF runs an instance that it found by scanning and one of each feature. The request is the same
   * one only if the context is: a property stays where a request is forwarded.
   */
  private static boolean isDone(ContainerRequestContext context) {
    if (context.getProperty(DONE) != context) {
      return false;
    }
    Exchange known = Exchange.of(context);
    return known != null && !known.awaits();
  }

  /** Nobody knows which paths are protected, so that nothing can be taken for open. */
  private void refuse(ContainerRequestContext context, RuntimeException wrong) {
    faults.met("Every request is answered 503. " + wrong.getMessage(), wrong);
    context.abortWith(new ProblemResponse(Scheme.BACKEND, true).to(Rejection.UNAVAILABLE));
  }

  private Exchange exchange(ContainerRequestContext context, @Nullable Enforcement enforcer) {
    Exchange known = Exchange.of(context);
    if (known != null && known.awaits()) {
      return known;
    }
    RuntimeAdapter runtime = adapter(context);
    RequestSnapshot request =
        runtime.snapshot(context, enforcer == null ? List.of() : enforcer.headers());
    boolean asSent = enforcer != null && runtime.isServedAsSent(context, request.target().path());
    Exchange exchange = new Exchange(enforcer, request, runtime, asSent);
    context.setProperty(ResponseRelease.Held.PROPERTY, exchange);
    return exchange;
  }

  /** What a method of the application answers is verified after matching all the same. */
  private static boolean isPassingPreflight(ContainerRequestContext context, Enforcement enforcer) {
    return enforcer.paths().passesPreflight() && HttpMethod.OPTIONS.equals(context.getMethod());
  }

  private RuntimeAdapter adapter(ContainerRequestContext context) {
    RuntimeAdapter known = adapter;
    if (known == null) {
      known = RuntimeAdapters.choose(context, resources);
      adapter = known;
    }
    return known;
  }

  private @Nullable Enforcement enforcement(ContainerRequestContext context) {
    MgsVerifier given = givenVerifier(context);
    Enforcement enforcement = enforcement(context, given);
    if (enforcement != null && given != null && !enforcement.paths().knowsBeside()) {
      PathScope beside = VerifierLookups.pathsBeside(given);
      if (beside != null) {
        enforcement.paths().protectBeside(beside);
      }
    }
    return enforcement;
  }

  private @Nullable Enforcement enforcement(
      ContainerRequestContext context, @Nullable MgsVerifier given) {
    Object key = given == null ? Thread.currentThread().getContextClassLoader() : given;
    Found known = last;
    if (known != null && known.key == key) {
      return known.enforcement;
    }
    Enforcement enforcement = known == null ? null : kept(key);
    if (enforcement == null) {
      // not under the lock: where there is none, every request looks for it
      MgsVerifier found = given == null ? VerifierLookups.find().orElse(null) : given;
      if (found == null) {
        return null;
      }
      enforcement = kept(context, key, found);
    }
    last = new Found(key, enforcement);
    return enforcement;
  }

  /** Nothing was kept before the first one was found, so that applications without take no lock. */
  private @Nullable Enforcement kept(@Nullable Object key) {
    synchronized (enforcements) {
      return enforcements.get(key);
    }
  }

  private Enforcement kept(
      ContainerRequestContext context, @Nullable Object key, MgsVerifier found) {
    RuntimeAdapter runtime = adapter(context);
    synchronized (enforcements) {
      return enforcements.computeIfAbsent(
          key,
          unseen ->
              new Enforcement(
                  found,
                  runtime.storage(
                      context, found.settings().limits(), found.settings().tempDirectory())));
    }
  }

  /** What the request before this one was served with; most often it is the same again. */
  private record Found(@Nullable Object key, Enforcement enforcement) {}

  private @Nullable MgsVerifier givenVerifier(ContainerRequestContext context) {
    MgsVerifier given = VerifierLookups.given(configuration);
    if (given != null) {
      return given;
    }
    return providers != null && ServedPath.isCxf(context) ? GivenVerifier.of(providers) : null;
  }
}
