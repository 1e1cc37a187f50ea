package io.github.mgsjaxrs.cdi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.Verdict;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jboss.weld.environment.se.Weld;

/** A running CDI application: real Weld, and SmallRye Config with the settings of one test. */
final class Application implements AutoCloseable {

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final SmallRyeConfig config;
  private final SeContainer container;

  private Application(
      ClassLoader loader,
      Map<String, String> settings,
      Map<String, String> environment,
      Consumer<Weld> more,
      Class<?>... beans) {
    Thread.currentThread().setContextClassLoader(loader);
    config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(
                new PropertiesConfigSource(settings, "test", 100),
                new EnvConfigSource(environment, 300))
            .build();
    ConfigProviderResolver.instance().registerConfig(config, loader);
    try {
      SeContainerInitializer weld =
          SeContainerInitializer.newInstance().setClassLoader(loader).addBeanClasses(beans);
      if (loader instanceof LiteLoader) {
        ((Weld) weld).addBuildCompatibleExtensions(ForwardingBuildExtension.class);
      }
      more.accept((Weld) weld);
      container = weld.initialize();
    } catch (RuntimeException | Error stopped) {
      leave();
      throw stopped;
    }
  }

  static Application start(Map<String, String> settings, Class<?>... beans) {
    return start(settings, Map.of(), beans);
  }

  static Application start(
      Map<String, String> settings, Map<String, String> environment, Class<?>... beans) {
    return startIn(Application.class.getClassLoader(), settings, environment, beans);
  }

  static Application startIn(
      ClassLoader loader,
      Map<String, String> settings,
      Map<String, String> environment,
      Class<?>... beans) {
    return new Application(loader, settings, environment, weld -> {}, beans);
  }

  /** With an extension of the application's own. */
  static Application startWith(
      Extension extension, Map<String, String> settings, Class<?>... beans) {
    return new Application(
        Application.class.getClassLoader(),
        settings,
        Map.of(),
        weld -> weld.addExtension(extension),
        beans);
  }

  /** With a build compatible extension of the application's own. */
  @SuppressWarnings("unchecked")
  static Application startWith(
      Class<? extends BuildCompatibleExtension> extension,
      Map<String, String> settings,
      Class<?>... beans) {
    return new Application(
        Application.class.getClassLoader(),
        settings,
        Map.of(),
        weld -> weld.addBuildCompatibleExtensions(extension),
        beans);
  }

  static Map<String, String> settings(String... namesAndValues) {
    Map<String, String> settings = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return settings;
  }

  SeContainer container() {
    return container;
  }

  MgsVerifier verifier() {
    return container.select(MgsVerifier.class).get();
  }

  /** What the application's verifier says to a request signed with MD5 and this salt. */
  Verdict verdict(String keyId, String salt) throws Exception {
    return verdict(verifier(), keyId, salt);
  }

  static Verdict verdict(MgsVerifier verifier, String keyId, String salt) throws Exception {
    byte[] signed =
        MessageDigest.getInstance("MD5").digest(("GET\n\n/orders" + salt).getBytes(UTF_8));
    SignedRequest request = SignedRequest.of("GET", "/orders", null, null, new byte[0]);
    return verifier.verify(request, HexFormat.of().formatHex(signed), keyId);
  }

  @Override
  public void close() {
    container.close();
    leave();
  }

  private void leave() {
    ConfigProviderResolver.instance().releaseConfig(config);
    Thread.currentThread().setContextClassLoader(before);
  }
}
