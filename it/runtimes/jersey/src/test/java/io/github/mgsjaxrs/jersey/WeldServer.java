package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Jersey on Grizzly with Weld SE: the verifier is a bean, and all of it is configuration. */
final class WeldServer extends SharedServer {

  private final Supplier<Map<String, String>> settings;
  private final Supplier<ResourceConfig> application;
  private final Class<?>[] beans;
  private boolean registered = true;
  private SmallRyeConfig config;
  private SeContainer container;
  private HttpServer server;

  private WeldServer(
      Supplier<Map<String, String>> settings,
      Supplier<ResourceConfig> application,
      Class<?>... beans) {
    this.settings = settings;
    this.application = application;
    this.beans = beans;
  }

  /** The echo application with the keys and limits of the suites, and some more settings. */
  static WeldServer echo(Supplier<Map<String, String>> more) {
    return of(
        more,
        () -> GrizzlyServer.echoApplication().register(InjectedCallerResource.class),
        InjectedCallerResource.class);
  }

  /** Another application, some of whose classes are beans. */
  static WeldServer of(
      Supplier<Map<String, String>> more, Supplier<ResourceConfig> application, Class<?>... beans) {
    return new WeldServer(
        () -> {
          Map<String, String> settings = SuiteKeys.settings();
          settings.putAll(more.get());
          return settings;
        },
        application,
        beans);
  }

  /** The same without registering anything of the library by hand. */
  WeldServer withoutTheFeature() {
    registered = false;
    return this;
  }

  @Override
  protected int start() throws Exception {
    config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings.get(), "suite", 1000))
            .build();
    ConfigProviderResolver.instance()
        .registerConfig(config, Thread.currentThread().getContextClassLoader());
    container = SeContainerInitializer.newInstance().addBeanClasses(beans).initialize();
    ResourceConfig resources = application.get();
    if (registered) {
      resources.register(new MgsFeature());
    }
    server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0/"), resources, false);
    server.start();
    return server.getListeners().iterator().next().getPort();
  }

  @Override
  protected void stop() {
    server.shutdownNow();
    container.close();
    ConfigProviderResolver.instance().releaseConfig(config);
  }
}
