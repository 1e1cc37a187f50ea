package io.github.mgsjaxrs.internal.proof;

import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.internal.enforcement.GivenVerifier;
import io.github.mgsjaxrs.internal.runtime.CxfApplication;
import io.github.mgsjaxrs.internal.runtime.Reflection;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A JAX-RS endpoint of CXF, and what runs in it: the very lists that CXF walks through for each
 * request are asked, whatever put something there or kept it out.
 */
public final class CxfEndpoint {

  private static final String PROVIDERS = "org.apache.cxf.jaxrs.provider.ServerProviderFactory";

  private static final List<Kind> KINDS =
      List.of(
          new Kind(ContainerRequestFilter.class, CxfEndpoint::requestFilters),
          new Kind(
              ContainerResponseFilter.class,
              (providers, provider) ->
                  Reflection.call(providers, "getContainerResponseFilters", bindings(provider))),
          new Kind(
              ReaderInterceptor.class,
              (providers, provider) -> interceptors(providers, "readerInterceptors", provider)),
          new Kind(
              WriterInterceptor.class,
              (providers, provider) -> interceptors(providers, "writerInterceptors", provider)),
          new Kind(
              MessageBodyReader.class,
              (providers, provider) -> Reflection.call(providers, "getMessageReaders")));

  private final Object address;
  private final Object providers;
  private final @Nullable Object application;

  private CxfEndpoint(Object address, Object providers, @Nullable Object application) {
    this.address = address;
    this.providers = providers;
    this.application = application;
  }

  /**
   * What CXF has as an endpoint.
   *
   * @param endpoint CXF's own
   * @return one endpoint; none where it is not one of JAX-RS
   * @throws ReflectiveOperationException if this version of CXF does not tell
   */
  public static List<CxfEndpoint> of(Object endpoint) throws ReflectiveOperationException {
    Object providers = ((Map<?, ?>) endpoint).get(PROVIDERS);
    if (providers == null) {
      return List.of();
    }
    Object description =
        Reflection.present(Reflection.call(endpoint, "getEndpointInfo"), "endpoint info");
    Object address = Reflection.present(Reflection.call(description, "getAddress"), "address");
    return List.of(
        new CxfEndpoint(
            address, providers, ((Map<?, ?>) endpoint).get(Application.class.getName())));
  }

  /** By what the endpoint is known again: CXF only adds to it, as long as it serves. */
  public Object identity() {
    return providers;
  }

  /**
   * Makes sure that all that {@link MgsFeature} registers runs here, with the verifier that it was
   * given.
   *
   * @throws UnprovenEndpointException if requests would go unverified or answers unsigned
   */
  public void prove() throws UnprovenEndpointException {
    List<String> missing = new ArrayList<>();
    Set<MgsVerifier> arrived;
    Set<MgsVerifier> given;
    try {
      arrived = arrivedVerifiers();
      given = givenVerifiers();
      for (Class<?> provider : MgsFeature.providers()) {
        if (!runs(provider)) {
          missing.add(provider.getName());
        }
      }
    } catch (ReflectiveOperationException | RuntimeException untold) {
      throw new UnprovenEndpointException(
          "This version of CXF does not tell what the JAX-RS endpoint "
              + address
              + " runs ("
              + untold
              + "): use a version of TomEE that the documentation of mgs-jaxrs names",
          untold);
    }
    if (!missing.isEmpty()) {
      throw new UnprovenEndpointException(fault(missing), null);
    }
    if (!arrived.containsAll(given)) {
      throw new UnprovenEndpointException(
          "The JAX-RS endpoint "
              + address
              + " runs without the verifier of the MgsFeature that its Application gives out: let"
              + " TomEE take what getSingletons() returns (cxf.jaxrs.skip-provider-scanning not"
              + " true, io.github.mgsjaxrs.filter.MgsFeature.activated not false)",
          null);
    }
    if (arrived.size() > 1) {
      throw new UnprovenEndpointException(
          "The JAX-RS endpoint "
              + address
              + " was given several verifiers by MgsFeature, and requests would be verified by one"
              + " of them alone: register one MgsFeature, with the keys and paths of all",
          null);
    }
  }

  /** What the filters will find. */
  private Set<MgsVerifier> arrivedVerifiers() throws ReflectiveOperationException {
    Set<MgsVerifier> arrived = identities();
    Object resolvers =
        Reflection.present(Reflection.value(providers, "contextResolvers"), "context resolvers");
    for (Object described : (Iterable<?>) resolvers) {
      if (Reflection.call(described, "getProvider") instanceof GivenVerifier carrier) {
        arrived.add(carrier.getContext(MgsVerifier.class));
      }
    }
    return arrived;
  }

  /** TomEE's wrapper keeps what the application gave out; the application itself may give more. */
  private Set<MgsVerifier> givenVerifiers() throws ReflectiveOperationException {
    Set<MgsVerifier> given = identities();
    Object asked = application == null ? null : Reflection.call(application, "getProvider");
    if (asked != null && asked.getClass().getName().equals(CxfApplication.TOMEE_WRAPPER)) {
      Object singletons =
          Reflection.present(Reflection.call(asked, "getSingletons"), "getSingletons()");
      for (Object one : (Iterable<?>) singletons) {
        if (one instanceof MgsFeature feature) {
          feature.verifier().ifPresent(given::add);
        }
      }
    }
    return given;
  }

  private static Set<MgsVerifier> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private String fault(List<String> missing) {
    return "The JAX-RS endpoint "
        + address
        + " does not run all that verifies requests and signs answers; missing are "
        + String.join(", ", missing)
        + ". Needed are all of MgsFeature.providers(): have TomEE scan for providers (no method in"
        + " any Application class, mgs-jaxrs not left out by scan.xml or exclusions.list,"
        + " openejb.jaxrs.providers.auto not false, cxf.jaxrs.skip-provider-scanning not true), or"
        + " add MgsFeature.class to what getClasses() of the Application returns; a servlet of CXF"
        + " needs them in its own jaxrs.providers";
  }

  /** What is of several kinds has to be there as each of them; what is of none is not there. */
  private boolean runs(Class<?> provider) throws ReflectiveOperationException {
    boolean found = false;
    for (Kind kind : KINDS) {
      if (kind.contract().isAssignableFrom(provider)) {
        if (!kind.isAmong(providers, provider)) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  private static Object requestFilters(Object providers, Class<?> provider)
      throws ReflectiveOperationException {
    return Reflection.present(
        provider.isAnnotationPresent(PreMatching.class)
            ? Reflection.call(providers, "getPreMatchContainerRequestFilters")
            : Reflection.call(providers, "getPostMatchContainerRequestFilters", bindings(provider)),
        "request filters");
  }

  private static Object interceptors(Object providers, String field, Class<?> provider)
      throws ReflectiveOperationException {
    Object all = Reflection.present(Reflection.value(providers, field), field);
    return Reflection.present(
        Reflection.call(providers, "getBoundFilters", all, bindings(provider)), field);
  }

  /** The names of its own bindings: asked with none, CXF tells what runs for every resource. */
  private static Set<String> bindings(Class<?> provider) {
    return Arrays.stream(provider.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(NameBinding.class))
        .map(Class::getName)
        .collect(Collectors.toSet());
  }

  /** One kind of provider, and where CXF keeps those that it runs. */
  private record Kind(Class<?> contract, Lookup lookup) {

    boolean isAmong(Object providers, Class<?> provider) throws ReflectiveOperationException {
      Object running = Reflection.present(lookup.in(providers, provider), contract.getName());
      for (Object described : (Iterable<?>) running) {
        Object instance = Reflection.present(Reflection.call(described, "getProvider"), "provider");
        if (instance.getClass() == provider) {
          return true;
        }
      }
      return false;
    }
  }

  private interface Lookup {
    @Nullable Object in(Object providers, Class<?> provider) throws ReflectiveOperationException;
  }
}
