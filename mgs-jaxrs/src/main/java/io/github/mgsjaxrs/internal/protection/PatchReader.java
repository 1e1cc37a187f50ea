package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.internal.runtime.Reflection;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The resource method that RESTEasy calls, past all filters, to read what a PATCH with JSON Patch
 * or JSON Merge Patch is to change: the one that its registry has for a GET of the same path. The
 * registry is asked in the same way as RESTEasy does it.
 *
 * @param resource the class that has it
 * @param method the method
 */
public record PatchReader(Class<?> resource, Method method) {

  private static final String RESTEASY = "org.jboss.resteasy.";
  private static final String QUARKUS_REST = RESTEASY + "reactive.";
  private static final List<MediaType> PATCHES =
      List.of(
          MediaType.APPLICATION_JSON_PATCH_JSON_TYPE,
          new MediaType("application", "merge-patch+json"));

  /**
   * What is called for a request.
   *
   * @param context the request, matched
   * @return the method; null where RESTEasy calls none
   * @throws MgsConfigurationException if this version of RESTEasy does not tell
   */
  public static @Nullable PatchReader of(ContainerRequestContext context) {
    if (!HttpMethod.PATCH.equals(context.getMethod()) || !isRestEasy(context)) {
      return null;
    }
    MediaType sent = context.getMediaType();
    return PATCHES.stream().anyMatch(patch -> patch.isCompatible(sent)) ? ask(context) : null;
  }

  private static boolean isRestEasy(ContainerRequestContext context) {
    String name = context.getClass().getName();
    return name.startsWith(RESTEASY) && !name.startsWith(QUARKUS_REST);
  }

  private static @Nullable PatchReader ask(ContainerRequestContext context) {
    MultivaluedMap<String, String> headers = context.getHeaders();
    List<String> types = copy(headers.get(HttpHeaders.CONTENT_TYPE));
    List<String> accepted = copy(headers.get(HttpHeaders.ACCEPT));
    try {
      ClassLoader loader = context.getClass().getClassLoader();
      Class<?> shape = Class.forName(RESTEASY + "spi.HttpRequest", false, loader);
      Class<?> registry = Class.forName(RESTEASY + "spi.Registry", false, loader);
      Method data =
          Class.forName(RESTEASY + "core.ResteasyContext", true, loader)
              .getMethod("getContextData", Class.class);
      Method setMethod = shape.getMethod("setHttpMethod", String.class);
      Object request = Reflection.present(data.invoke(null, shape), "request");
      Object routes = Reflection.present(data.invoke(null, registry), "registry");
      setMethod.invoke(request, HttpMethod.GET);
      headers.putSingle(HttpHeaders.CONTENT_TYPE, MediaType.WILDCARD);
      headers.putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
      try {
        return reader(registry.getMethod("getResourceInvoker", shape).invoke(routes, request));
      } catch (InvocationTargetException none) {
        // RESTEasy does not find what to read either, and answers before anything is called
        return null;
      } finally {
        put(headers, HttpHeaders.CONTENT_TYPE, types);
        put(headers, HttpHeaders.ACCEPT, accepted);
        setMethod.invoke(request, HttpMethod.PATCH);
      }
    } catch (ReflectiveOperationException | RuntimeException | LinkageError untold) {
      throw new MgsConfigurationException(
          "This version of RESTEasy does not tell what it reads for a PATCH ("
              + untold
              + "): use a version that the documentation of mgs-jaxrs names, or set"
              + " resteasy.patchfilter.disabled=true and read it yourself",
          untold);
    }
  }

  /** What a locator leads to cannot be patched: RESTEasy wants the method itself. */
  private static @Nullable PatchReader reader(Object invoker) throws ReflectiveOperationException {
    Method getMethod;
    try {
      getMethod = invoker.getClass().getMethod("getResourceClass");
    } catch (NoSuchMethodException locator) {
      return null;
    }
    Object resource = getMethod.invoke(invoker);
    Object method = invoker.getClass().getMethod("getMethod").invoke(invoker);
    return new PatchReader((Class<?>) resource, (Method) method);
  }

  /** The list in the headers is the one that is changed. */
  private static @Nullable List<String> copy(@Nullable List<String> values) {
    return values == null ? null : new ArrayList<>(values);
  }

  private static void put(
      MultivaluedMap<String, String> headers, String name, @Nullable List<String> values) {
    if (values == null) {
      headers.remove(name);
    } else {
      headers.put(name, values);
    }
  }
}
