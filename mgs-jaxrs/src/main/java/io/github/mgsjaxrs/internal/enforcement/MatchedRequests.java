package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.internal.log.FaultLog;
import io.github.mgsjaxrs.internal.lookup.Services;
import io.github.mgsjaxrs.internal.lookup.VerifierLookups;
import io.github.mgsjaxrs.internal.protection.HeadersRead;
import io.github.mgsjaxrs.internal.protection.MarkProtection;
import io.github.mgsjaxrs.internal.protection.Marks;
import io.github.mgsjaxrs.internal.protection.ResourceBeans;
import io.github.mgsjaxrs.internal.protection.RunningApplication;
import io.github.mgsjaxrs.internal.scheme.ProblemResponse;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import io.github.mgsjaxrs.settings.PathScope;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Configuration;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out whether a matched request is protected, and has it verified. */
public final class MatchedRequests {

  private static final System.Logger LOG = System.getLogger(MatchedRequests.class.getName());

  private final MarkProtection marks = new MarkProtection(MatchedRequests::containers);
  private final HeadersRead headersRead = new HeadersRead();
  private final RunningApplication application = new RunningApplication();
  private final FaultLog unverifiable = new FaultLog(LOG);

  /**
   * Enforces what protects the request, if anything does.
   *
   * @param context the request
   * @param injected what was matched, as the runtime injects it
   * @param resources the runtime's injection
   * @param bound the scheme whose mark the runtime found by itself, or null
   * @param configuration the application's, where paths are to be looked at, too; else null
   */
  public void enforce(
      ContainerRequestContext context,
      @Nullable ResourceInfo injected,
      @Nullable ResourceContext resources,
      @Nullable Scheme bound,
      @Nullable Configuration configuration) {
    Exchange exchange = Exchange.of(context);
    ResourceInfo info = resourceInfo(context, injected);
    Marks.Finding finding = findOnce(context, exchange, info, resources);
    if (exchange != null && finding instanceof Marks.Undecided) {
      exchange.marks().lookAgain(bound);
    }
    Set<Scheme> schemes = bound == null ? Set.of() : Set.of(bound);
    enforce(context, exchange, info, finding, schemes, configuration);
  }

  /**
   * Looks once more at what runs, where it was not known before, and enforces what protects it.
   *
   * @param context the request
   * @param injected what was matched, as the runtime injects it
   * @param resources the runtime's injection
   */
  public void enforceLast(
      ContainerRequestContext context,
      @Nullable ResourceInfo injected,
      @Nullable ResourceContext resources) {
    Exchange exchange = Exchange.of(context);
    Enforcement enforcement = exchange == null ? null : exchange.enforcement();
    if (exchange != null && enforcement != null) {
      enforcement.handOnForm(context, exchange);
    }
    if (exchange != null && exchange.marks().looksAgain()) {
      ResourceInfo info = resourceInfo(context, injected);
      Marks.Finding finding = find(context, exchange, info, resources, true);
      enforce(context, exchange, info, finding, exchange.marks().boundBefore(), null);
    }
  }

  /** The filter that the runtime binds and the one that it does not look at the same time. */
  private Marks.Finding findOnce(
      ContainerRequestContext context,
      @Nullable Exchange exchange,
      @Nullable ResourceInfo info,
      @Nullable ResourceContext resources) {
    Method method = info == null ? null : info.getResourceMethod();
    if (exchange == null || method == null) {
      // without an exchange nobody could be asked to look again
      return find(context, exchange, info, resources, exchange == null);
    }
    Marks.Finding known = exchange.marks().found(method);
    if (known == null) {
      known = find(context, exchange, info, resources, false);
      exchange.marks().found(method, known);
    }
    return known;
  }

  private Marks.Finding find(
      ContainerRequestContext context,
      @Nullable Exchange exchange,
      @Nullable ResourceInfo info,
      @Nullable ResourceContext resources,
      boolean last) {
    return marks.find(
        context,
        info,
        applications(context, exchange, resources),
        () -> exchange == null ? Optional.empty() : exchange.runtime().marked(context),
        last);
  }

  private void enforce(
      ContainerRequestContext context,
      @Nullable Exchange exchange,
      @Nullable ResourceInfo resourceInfo,
      Marks.Finding finding,
      Set<Scheme> bound,
      @Nullable Configuration configuration) {
    Enforcement enforcement = exchange == null ? null : exchange.enforcement();
    Requirement requirement = marked(finding, bound);
    if (exchange == null) {
      if (requirement != null || protectsPaths(configuration)) {
        refuse(
            context,
            "A resource that may be protected was requested, but RequestSnapshotFilter did not run"
                + " before it: register all that MgsFeature registers, or, where the runtime's own"
                + " dispatcher or an asynchronous job asked for it, call the resource's class instead");
      }
      return;
    }
    if (enforcement == null) {
      if (requirement != null) {
        refuse(
            context,
            "A protected resource was requested, but no verifier was found: register an MgsFeature"
                + " with a verifier, or add mgs-cdi and its settings");
      }
      return;
    }
    Requirement byPath = byPath(context, exchange, enforcement, resourceInfo);
    if (byPath != null) {
      requirement = requirement == null ? byPath : requirement.and(byPath);
    }
    if (requirement != null) {
      exchange.matched();
      enforcement.enforce(
          context, exchange, withHeadersRead(requirement, enforcement, resourceInfo));
    }
  }

  /** What the resource is seen to read, where that has to be signed. */
  private Requirement withHeadersRead(
      Requirement requirement, Enforcement enforcement, @Nullable ResourceInfo matched) {
    boolean needed =
        requirement.scheme().signsHeaders()
            && requirement.coverage(enforcement.settings().coverage()).refuses(Uncovered.HEADER);
    Class<?> resource = matched == null ? null : matched.getResourceClass();
    Method method = matched == null ? null : matched.getResourceMethod();
    return needed && resource != null && method != null
        ? requirement.needing(headersRead.of(resource, method))
        : requirement;
  }

  /** Jersey's UriInfo is what its injected proxy looks up anew for each request, at some cost. */
  private static @Nullable ResourceInfo resourceInfo(
      ContainerRequestContext context, @Nullable ResourceInfo injected) {
    return context.getUriInfo() instanceof ResourceInfo matched ? matched : injected;
  }

  /** Which path was sent is not known there, so that any protected one may have been. */
  private static boolean protectsPaths(@Nullable Configuration configuration) {
    if (configuration == null) {
      return false;
    }
    try {
      MgsVerifier given = VerifierLookups.given(configuration);
      if (given != null) {
        PathScope beside = VerifierLookups.pathsBeside(given);
        return given.settings().pathScope().isActive() || (beside != null && beside.isActive());
      }
      return VerifierLookups.find()
          .filter(verifier -> verifier.settings().pathScope().isActive())
          .isPresent();
    } catch (MgsConfigurationException | IllegalStateException unknown) {
      return true;
    }
  }

  /** The answer where nothing can be verified: protected resources stay closed. */
  private void refuse(ContainerRequestContext context, String why) {
    unverifiable.met(why + ". It is answered 503.", null);
    context.abortWith(new ProblemResponse(Scheme.BACKEND, true).to(Rejection.UNAVAILABLE));
  }

  private static @Nullable Requirement marked(Marks.Finding finding, Set<Scheme> bound) {
    if (finding instanceof Marks.Exempt || finding instanceof Marks.Undecided) {
      return null;
    }
    Requirement requirement = finding instanceof Marks.Marked marked ? marked.requirement() : null;
    for (Scheme scheme : bound) {
      if (requirement == null || !requirement.schemes().contains(scheme)) {
        Requirement one = Requirement.anyKey(scheme);
        requirement = requirement == null ? one : requirement.and(one);
      }
    }
    return requirement;
  }

  /** Tested again, as matching may have seen another path than the one before it. */
  private static @Nullable Requirement byPath(
      ContainerRequestContext context,
      Exchange exchange,
      Enforcement enforcement,
      @Nullable ResourceInfo resourceInfo) {
    if (enforcement.paths().passesPreflight() && resourceInfo != null) {
      Class<?> resource = resourceInfo.getResourceClass();
      if (resource != null && MarkProtection.isAnsweredByRuntime(context, resource)) {
        return null;
      }
    }
    return enforcement
        .paths()
        .requirement(context, exchange.request().target(), exchange.runtime());
  }

  /** Where the runtime does not tell its application, the servlet container may know it. */
  private List<Class<?>> applications(
      ContainerRequestContext context,
      @Nullable Exchange exchange,
      @Nullable ResourceContext resources) {
    List<Class<?>> told = application.classes(context, resources);
    return told.isEmpty() && exchange != null ? exchange.runtime().applications(context) : told;
  }

  private static List<ResourceBeans> containers() {
    return Services.of(ResourceBeans.class).orTell();
  }
}
