package io.github.mgsjaxrs.internal.proof.quarkus;

import io.github.mgsjaxrs.filter.MgsFeature;
import jakarta.ws.rs.container.PreMatching;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.spi.ResteasyDeployment;
import org.jboss.resteasy.spi.ResteasyProviderFactory;
import org.jboss.resteasy.spi.interception.JaxrsInterceptorRegistry;
import org.jspecify.annotations.Nullable;

/**
 * What runs on RESTEasy Classic in Quarkus: the filters and interceptors that RESTEasy hands out
 * for its requests. Loaded only where RESTEasy is there.
 */
public final class ClassicDeployment {

  private static final String RECORDER =
      "io.quarkus.resteasy.runtime.standalone.ResteasyStandaloneRecorder";
  private static final String UNDERTOW = "io.quarkus.undertow.runtime.UndertowDeploymentRecorder";

  private final @Nullable ResteasyDeployment deployment;

  private ClassicDeployment(@Nullable ResteasyDeployment deployment) {
    this.deployment = deployment;
  }

  /** The deployment that Quarkus has started; it starts none where there is no resource. */
  public static ClassicDeployment current() throws ReflectiveOperationException {
    Field started = Class.forName(RECORDER).getDeclaredField("deployment");
    started.setAccessible(true);
    ResteasyDeployment deployment = (ResteasyDeployment) started.get(null);
    if (deployment == null && hasServlets()) {
      throw new IllegalStateException(
          "with quarkus-undertow, RESTEasy runs in a servlet: remove that dependency");
    }
    return new ClassicDeployment(deployment);
  }

  private static boolean hasServlets() {
    try {
      Class.forName(UNDERTOW, false, Thread.currentThread().getContextClassLoader());
      return true;
    } catch (ClassNotFoundException standalone) {
      return false;
    }
  }

  /** The providers that it lacks. */
  public List<Class<?>> leftOut() {
    if (deployment == null) {
      return List.of();
    }
    ResteasyProviderFactory providers = deployment.getProviderFactory();
    return MgsFeature.providers().stream()
        .filter(provider -> !isRegistered(providers, provider))
        .toList();
  }

  private static boolean isRegistered(ResteasyProviderFactory providers, Class<?> provider) {
    return providers.isRegistered(provider)
        && Stream.of(
                providers.getContainerRequestFilterRegistry(),
                providers.getContainerResponseFilterRegistry(),
                providers.getServerReaderInterceptorRegistry(),
                providers.getServerWriterInterceptorRegistry())
            .filter(registry -> registry.getIntf().isAssignableFrom(provider))
            .allMatch(registry -> handsOut(registry, provider));
  }

  /** What is bound by name is handed out for classes with that mark, such as itself. */
  private static boolean handsOut(JaxrsInterceptorRegistry<?> registry, Class<?> provider) {
    Method unmarked = provider.getMethods()[0];
    Object[] handedOut =
        provider.isAnnotationPresent(PreMatching.class)
            ? registry.preMatch()
            : registry.postMatch(provider, unmarked);
    return Stream.of(handedOut).anyMatch(instance -> instance.getClass() == provider);
  }
}
