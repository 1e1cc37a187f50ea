package io.github.mgsjaxrs.cdi;

import static io.github.mgsjaxrs.cdi.Application.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.MgsSigned;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.MetaAnnotations;
import jakarta.enterprise.inject.build.compatible.spi.MethodConfig;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBeanAttributes;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks that extensions of CDI add: Jakarta REST does not see them. */
class AddedMarksTest {

  private static final Map<String, String> SETTINGS =
      settings("mgs.keys.orders.algorithm", "MD5", "mgs.keys.orders.salt", "salt");

  private static final String REFUSED = "has a mark that an extension of CDI gave it";

  /** Has one marked method, and one that is not. */
  @Path("orders")
  @RequestScoped
  public static class Orders {
    /** Open. */
    @GET
    public String get() {
      return "";
    }

    /** Marked. */
    @GET
    @Path("signed")
    @MgsSigned
    public String signed() {
      return "";
    }
  }

  /** Has marked methods alone. */
  public interface Api {
    /** Marked. */
    @GET
    @MgsSigned(keys = "orders")
    String get();
  }

  /** Has no annotation by itself. */
  @Path("api")
  @RequestScoped
  public static class Implementation implements Api {
    @Override
    public String get() {
      return "";
    }
  }

  /** A stereotype with a mark. */
  @Stereotype
  @MgsSigned
  @Retention(RetentionPolicy.RUNTIME)
  @interface Gate {
    /** An instance. */
    final class Literal extends AnnotationLiteral<Gate> implements Gate {}
  }

  /** An annotation of which an extension makes a stereotype. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Later {}

  /** Has the annotation. */
  @Path("later")
  @RequestScoped
  @Later
  public static class OfLater {
    /** Open. */
    @GET
    public String get() {
      return "";
    }
  }

  private static final Annotation MARK = Gate.class.getAnnotation(MgsSigned.class);

  /** Adds a mark to a method. */
  public static class ToMethod implements Extension {
    void add(@Observes ProcessAnnotatedType<Orders> found) {
      found
          .configureAnnotatedType()
          .filterMethods(method -> method.getJavaMember().getName().equals("get"))
          .forEach(method -> method.add(MARK));
    }
  }

  /** Adds a mark to a class that has a marked method. */
  public static class ToClass implements Extension {
    void add(@Observes ProcessAnnotatedType<Orders> found) {
      found.configureAnnotatedType().add(MARK);
    }
  }

  /** Adds an annotation that carries a mark. */
  public static class InAnnotation implements Extension {
    void add(@Observes ProcessAnnotatedType<Orders> found) {
      found.configureAnnotatedType().add(new Gate.Literal());
    }
  }

  /** Adds a stereotype to a bean. */
  public static class StereotypeOfBean implements Extension {
    void add(@Observes ProcessBeanAttributes<Orders> found) {
      found.configureBeanAttributes().addStereotype(Gate.class);
    }
  }

  /** Makes a stereotype of an annotation. */
  public static class StereotypeDefinition implements Extension {
    void add(@Observes BeforeBeanDiscovery discovery) {
      discovery.addStereotype(Later.class, MARK);
    }
  }

  /** Adds what the class has by its interface already. */
  public static class ToImplementation implements Extension {
    void add(@Observes ProcessAnnotatedType<Implementation> found) throws NoSuchMethodException {
      Annotation mark = Api.class.getMethod("get").getAnnotation(MgsSigned.class);
      found.configureAnnotatedType().methods().forEach(method -> method.add(mark));
    }
  }

  /** Adds a mark to a method when an application is built. */
  public static class BuildToMethod implements BuildCompatibleExtension {
    @Enhancement(types = Orders.class)
    public void add(MethodConfig method) {
      if (method.info().name().equals("get")) {
        method.addAnnotation(MgsSigned.class);
      }
    }
  }

  /** Adds a mark to a class when an application is built. */
  public static class BuildToClass implements BuildCompatibleExtension {
    @Enhancement(types = Orders.class)
    public void add(ClassConfig type) {
      type.addAnnotation(MgsSigned.class);
    }
  }

  /** Makes a stereotype of an annotation when an application is built. */
  public static class BuildStereotype implements BuildCompatibleExtension {
    @Discovery
    public void add(MetaAnnotations annotations) {
      annotations.addStereotype(Later.class).addAnnotation(MgsSigned.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ToMethod.class,
        ToClass.class,
        InAnnotation.class,
        StereotypeOfBean.class,
        StereotypeDefinition.class
      })
  void refusesAMarkThatAnExtensionAdds(Class<? extends Extension> extension) throws Exception {
    Extension added = extension.getConstructor().newInstance();
    assertThatThrownBy(() -> Application.startWith(added, SETTINGS, Orders.class, OfLater.class))
        .hasStackTraceContaining(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(classes = {BuildToMethod.class, BuildToClass.class, BuildStereotype.class})
  void refusesAMarkThatABuildCompatibleExtensionAdds(
      Class<? extends BuildCompatibleExtension> extension) {
    assertThatThrownBy(
            () -> Application.startWith(extension, SETTINGS, Orders.class, OfLater.class))
        .hasStackTraceContaining(REFUSED);
  }

  @Test
  void admitsAMarkThatAnInterfaceHasAlready() {
    try (Application application =
        Application.startWith(new ToImplementation(), SETTINGS, Implementation.class)) {
      assertThat(application.verifier()).isNotNull();
    }
  }
}
