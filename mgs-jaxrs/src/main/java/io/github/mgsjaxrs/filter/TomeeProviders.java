package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.MgsFeature;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which providers TomEE gives to the applications of a web application. */
final class TomeeProviders {

  /** TomEE's own switch, which beats what it concludes from the applications. */
  private static final String AUTO = "openejb.jaxrs.providers.auto";

  private static final String APPLICATION_PROPERTIES = "/WEB-INF/application.properties";

  private final List<Class<?>> applications;
  private final ServletContext context;

  TomeeProviders(List<Class<?>> applications, ServletContext context) {
    this.applications = applications;
    this.context = context;
  }

  /** Whether all applications get the providers that were found by scanning. */
  boolean areScanned() {
    String auto = applicationProperty();
    if (auto == null) {
      auto = System.getProperty(AUTO);
    }
    if (auto != null) {
      return auto.strip().equalsIgnoreCase("true");
    }
    return applications.stream().noneMatch(TomeeProviders::declaresMethods);
  }

  /** Any method counts, also one that has nothing to do with classes and singletons. */
  private static boolean declaresMethods(Class<?> application) {
    return application.getDeclaredMethods().length > 0;
  }

  private @Nullable String applicationProperty() {
    try (InputStream in = context.getResourceAsStream(APPLICATION_PROPERTIES)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty(AUTO);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is wrong with an application where providers are not scanned.
   *
   * @param application its class
   * @return for the operator; empty if it brings the filters along
   */
  Optional<String> faultOf(Class<?> application) {
    Set<Class<?>> listed = new HashSet<>();
    try {
      Application instance = (Application) application.getDeclaredConstructor().newInstance();
      listed.addAll(instance.getClasses());
      singletons(instance).forEach(singleton -> listed.add(singleton.getClass()));
    } catch (ReflectiveOperationException | RuntimeException unknown) {
      return Optional.of(
          "TomEE uses no scanned providers for "
              + application.getName()
              + ", and what it lists cannot be known ("
              + unknown
              + "): "
              + remedy());
    }
    boolean hasFeature =
        listed.contains(MgsFeature.class) || listed.contains(AutomaticRegistration.class);
    return hasFeature || listed.containsAll(MgsFeature.providers())
        ? Optional.empty()
        : Optional.of(
            "TomEE uses no scanned providers for "
                + application.getName()
                + ", and it does not list io.github.mgsjaxrs.MgsFeature, so that nothing would be"
                + " verified, or not all of it: "
                + remedy());
  }

  @SuppressWarnings("deprecation") // applications still use it
  private static Set<Object> singletons(Application application) {
    return application.getSingletons();
  }

  private static String remedy() {
    return "add MgsFeature.class to what its getClasses() returns, or set "
        + AUTO
        + "=true in WEB-INF/application.properties, or remove all methods from the Application"
        + " classes of this web application so that TomEE scans";
  }
}
