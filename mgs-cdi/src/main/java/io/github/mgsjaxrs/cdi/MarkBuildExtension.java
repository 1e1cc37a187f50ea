package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.KooGallerySigned;
import io.github.mgsjaxrs.MgsRpcSigned;
import io.github.mgsjaxrs.MgsSigned;
import jakarta.decorator.Decorator;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.lang.model.AnnotationTarget;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.interceptor.Interceptor;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Remembers the marked classes, for proxies that hide them, and refuses marks that would protect
 * nothing, on containers with CDI Lite alone (ArC in Quarkus).
 */
@SkipIfPortableExtensionPresent(MarkExtension.class)
public class MarkBuildExtension implements BuildCompatibleExtension {

  private static final String CLASSES = "classes";

  private final Map<String, ClassInfo> marked = new TreeMap<>();

  /** Called by the container. */
  public MarkBuildExtension() {}

  /**
   * Notes a class with a mark on it or on one of its methods.
   *
   * @param type the class
   * @param messages take what stops the build
   */
  @Enhancement(
      types = Object.class,
      withSubtypes = true,
      withAnnotations = {MgsSigned.class, MgsRpcSigned.class, KooGallerySigned.class})
  public void look(ClassInfo type, Messages messages) {
    marked.put(type.name(), type);
    if (type.hasAnnotation(Decorator.class)) {
      messages.error(MarkPlaces.fault(type.name(), "a decorator"), type);
    }
    if (type.hasAnnotation(Interceptor.class)) {
      messages.error(MarkPlaces.fault(type.name(), "an interceptor"), type);
    }
    type.methods().stream()
        .filter(method -> method.hasAnnotation(Produces.class) && isMarked(method))
        .forEach(
            producer ->
                messages.error(
                    MarkPlaces.faultOfProducer(type.name() + "." + producer.name() + "()"),
                    producer));
  }

  private static boolean isMarked(AnnotationTarget target) {
    return target.hasAnnotation(MgsSigned.class)
        || target.hasAnnotation(MgsRpcSigned.class)
        || target.hasAnnotation(KooGallerySigned.class);
  }

  /**
   * Adds what was noted as a bean.
   *
   * @param components takes the bean
   */
  @Synthesis
  public void tell(SyntheticComponents components) {
    components
        .addBean(MarkedClasses.class)
        .type(MarkedClasses.class)
        .scope(Dependent.class)
        .withParam(CLASSES, marked.values().toArray(ClassInfo[]::new))
        .createWith(Creator.class);
  }

  /** Creates the bean; the container instantiates it. */
  public static final class Creator implements SyntheticBeanCreator<MarkedClasses> {

    /** Called by the container. */
    public Creator() {}

    @Override
    public MarkedClasses create(Instance<Object> beans, Parameters parameters) {
      return new MarkedClasses(Set.of(parameters.get(CLASSES, Class[].class)), Set.of(), Set.of());
    }
  }
}
