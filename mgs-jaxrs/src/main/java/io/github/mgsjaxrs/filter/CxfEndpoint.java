package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.MgsFeature;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A JAX-RS endpoint of CXF, and what runs in it: the very lists that CXF walks through for each
 * request are asked, whatever put something there or kept it out.
 */
final class CxfEndpoint {

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

  private CxfEndpoint(Object address, Object providers) {
    this.address = address;
    this.providers = providers;
  }

  /**
   * The endpoint of one of CXF's servers.
   *
   * @param server the server
   * @return one endpoint; none where the server is not one of JAX-RS
   * @throws ReflectiveOperationException if this version of CXF does not tell
   */
  static List<CxfEndpoint> of(Object server) throws ReflectiveOperationException {
    Object endpoint = Reflection.present(Reflection.call(server, "getEndpoint"), "endpoint");
    Object providers = ((Map<?, ?>) endpoint).get(PROVIDERS);
    if (providers == null) {
      return List.of();
    }
    Object description =
        Reflection.present(Reflection.call(endpoint, "getEndpointInfo"), "endpoint info");
    Object address = Reflection.present(Reflection.call(description, "getAddress"), "address");
    return List.of(new CxfEndpoint(address, providers));
  }

  /** By what the endpoint is known again: CXF only adds to it, as long as it serves. */
  Object identity() {
    return providers;
  }

  /**
   * Makes sure that all that {@link MgsFeature} registers runs here.
   *
   * @throws UnprovenEndpointException if requests would go unverified or answers unsigned
   */
  void prove() throws UnprovenEndpointException {
    List<String> missing = new ArrayList<>();
    try {
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
