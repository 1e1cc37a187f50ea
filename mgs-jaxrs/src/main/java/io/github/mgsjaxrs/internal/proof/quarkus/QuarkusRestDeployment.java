package io.github.mgsjaxrs.internal.proof.quarkus;

import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.offline.VerifiedPackage;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.Deployment;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jspecify.annotations.Nullable;

/**
 * What runs on Quarkus REST: the handlers before matching, those of every resource method, and
 * those of answers that no method gave. Loaded only where Quarkus REST is there.
 */
public final class QuarkusRestDeployment {

  private static final String RECORDER =
      "io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder";

  private final @Nullable Deployment deployment;

  private QuarkusRestDeployment(@Nullable Deployment deployment) {
    this.deployment = deployment;
  }

  /** The deployment that Quarkus has made; it makes none where there is no resource. */
  public static QuarkusRestDeployment current() throws ReflectiveOperationException {
    Object made = Class.forName(RECORDER).getMethod("getCurrentDeployment").invoke(null);
    return new QuarkusRestDeployment((Deployment) made);
  }

  /** The providers that it lacks, at least in one place where they are needed. */
  public List<Class<?>> leftOut() throws ReflectiveOperationException {
    if (deployment == null) {
      return List.of();
    }
    HandlerContent beforeMatching = HandlerContent.of(deployment.getPreMatchHandlers());
    HandlerContent refusals = HandlerContent.of(deployment.getAbortHandlerChain());
    Collection<HandlerContent> endpoints = endpoints(deployment);
    List<Class<?>> leftOut = new ArrayList<>();
    for (Class<?> provider : MgsFeature.providers()) {
      if (isBoundByName(provider)) {
        continue;
      }
      boolean there = true;
      if (ContainerRequestFilter.class.isAssignableFrom(provider)) {
        there =
            provider.isAnnotationPresent(PreMatching.class)
                ? beforeMatching.holds(provider)
                : endpoints.stream().allMatch(endpoint -> endpoint.holds(provider));
      }
      if (Stream.of(ContainerResponseFilter.class, ReaderInterceptor.class, WriterInterceptor.class)
          .anyMatch(contract -> contract.isAssignableFrom(provider))) {
        there &= refusals.holds(provider);
        there &= endpoints.stream().allMatch(endpoint -> endpoint.holds(provider));
      }
      if (MessageBodyReader.class.isAssignableFrom(provider)) {
        there &= reads(deployment, provider);
      }
      if (!there) {
        leftOut.add(provider);
      }
    }
    return leftOut;
  }

  /**
   * Quarkus REST binds a filter by name to some of the marked methods only, so that its absence
   * says nothing; {@code SignatureFilter}, which runs for all of them, is asked for.
   */
  private static boolean isBoundByName(Class<?> provider) {
    return Stream.of(provider.getAnnotations())
        .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(NameBinding.class));
  }

  private static boolean reads(Deployment deployment, Class<?> reader) {
    return deployment
        .getSerialisers()
        .getReaders()
        .getOrDefault(VerifiedPackage.class, List.of())
        .stream()
        .anyMatch(known -> known.instance().getClass() == reader);
  }

  /** All methods that requests can reach: by sub-resource locators and media types too. */
  private static Collection<HandlerContent> endpoints(Deployment deployment)
      throws IllegalAccessException {
    List<HandlerContent> endpoints = new ArrayList<>();
    Set<RuntimeResource> seen = new HashSet<>();
    Deque<RuntimeResource> left = new ArrayDeque<>();
    deployment
        .getClassMappers()
        .forEach(mapper -> left.addAll(resources(List.of(mapper.value.handlers))));
    while (!left.isEmpty()) {
      RuntimeResource resource = left.remove();
      if (seen.add(resource)) {
        HandlerContent content = HandlerContent.of(resource.getHandlerChain());
        if (content.resources().isEmpty()) {
          endpoints.add(content);
        }
        left.addAll(content.resources());
      }
    }
    return endpoints;
  }

  private static List<RuntimeResource> resources(Object handlers) {
    try {
      return HandlerContent.of(handlers).resources();
    } catch (IllegalAccessException otherVersion) {
      throw new IllegalStateException(otherVersion);
    }
  }
}
