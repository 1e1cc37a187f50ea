package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsFeature;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Application;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TomeeProvidersTest {

  private static final String AUTO = "openejb.jaxrs.providers.auto";

  /** Lists the feature. */
  public static final class WithFeature extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(MgsFeature.class);
    }
  }

  /** Lists each provider that verification needs. */
  public static class WithFilters extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.copyOf(MgsFeature.providers());
    }
  }

  /** Would answer without signatures. */
  public static final class WithoutBodySignature extends WithFilters {
    @Override
    public Set<Class<?>> getClasses() {
      return without(BodySignature.class, super.getClasses());
    }
  }

  /** Would leave to marks what the runtime binds itself. */
  public static final class WithoutBoundFilter extends WithFilters {
    @Override
    public Set<Class<?>> getClasses() {
      return without(BoundRpcSignatureFilter.class, super.getClasses());
    }
  }

  /** Would keep what it read. */
  public static final class WithoutRelease extends WithFilters {
    @Override
    public Set<Class<?>> getClasses() {
      return without(EntityRelease.class, super.getClasses());
    }
  }

  /** Nobody knows what it lists. */
  public static final class Broken extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      throw new IllegalStateException("not yet");
    }
  }

  /** Has no method of its own. */
  public static final class Plain extends Application {}

  private static Set<Class<?>> without(Class<?> one, Set<Class<?>> all) {
    Set<Class<?>> rest = new HashSet<>(all);
    rest.remove(one);
    return rest;
  }

  @Test
  void takesApplicationsThatListTheFeatureOrAllThatIsNeeded() {
    assertThat(faultOf(WithFeature.class)).isEmpty();
    assertThat(faultOf(WithFilters.class)).isEmpty();
  }

  @Test
  void findsFaultWithApplicationsThatLeaveAPartOut() {
    for (Class<?> application :
        List.<Class<?>>of(
            WithoutBodySignature.class,
            WithoutBoundFilter.class,
            WithoutRelease.class,
            Plain.class)) {
      assertThat(faultOf(application))
          .hasValueSatisfying(
              fault ->
                  assertThat(fault)
                      .contains(application.getName(), "MgsFeature.class", AUTO + "=true"));
    }
  }

  @Test
  void findsFaultWithApplicationsThatDoNotTell() {
    assertThat(faultOf(Broken.class))
        .hasValueSatisfying(fault -> assertThat(fault).contains("cannot be known", "not yet"));
  }

  @Test
  void knowsWhenTomeeScans() {
    assertThat(providers("", Plain.class).areScanned()).isTrue();
    assertThat(providers("", WithFilters.class).areScanned()).isFalse();
    assertThat(providers("", Plain.class, WithFilters.class).areScanned()).isFalse();
    assertThat(providers(AUTO + "=true", WithFilters.class).areScanned()).isTrue();
    assertThat(providers(AUTO + "=false", Plain.class).areScanned()).isFalse();
  }

  private static Optional<String> faultOf(Class<?> application) {
    return providers("", application).faultOf(application);
  }

  private static TomeeProviders providers(String properties, Class<?>... applications) {
    ServletContext context =
        (ServletContext)
            Proxy.newProxyInstance(
                TomeeProvidersTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getResourceAsStream" ->
                          new ByteArrayInputStream(properties.getBytes(US_ASCII));
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    return new TomeeProviders(List.of(applications), context);
  }
}
