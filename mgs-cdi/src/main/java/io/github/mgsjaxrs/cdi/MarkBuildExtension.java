package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.ApiGatewaySigned;
import io.github.mgsjaxrs.KooGallerySigned;
import io.github.mgsjaxrs.MgsRpcSigned;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.SignatureMark;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Remembers the marked classes, for proxies that hide them, and refuses marks that would protect
 * nothing, on containers with CDI Lite alone (ArC in Quarkus).
 */
@SkipIfPortableExtensionPresent(MarkExtension.class)
public class MarkBuildExtension implements BuildCompatibleExtension {

  private static final String CLASSES = "classes";

  private record Said(ClassInfo type, String method, AnnotationInfo mark) {}

  private final Map<String, ClassInfo> marked = new TreeMap<>();
  private final Map<String, Said> said = new TreeMap<>();

  /** Called by the container. */
  public MarkBuildExtension() {}

  /**
   * Notes a class with a mark on it or on one of its methods. Marks are named as well, as ArC looks
   * for what they carry in its index alone.
   *
   * @param type the class
   */
  @Enhancement(
      types = Object.class,
      withSubtypes = true,
      withAnnotations = {
        SignatureMark.class,
        MgsSigned.class,
        MgsRpcSigned.class,
        KooGallerySigned.class,
        ApiGatewaySigned.class
      })
  public void look(ClassInfo type) {
    // marks are annotations that carry one, and nobody requests them
    if (!type.isAnnotation()) {
      marked.put(type.name(), type);
    }
  }

  /**
   * Notes what is said of the marks of a bean, after all extensions could add some.
   *
   * @param bean any bean
   */
  @Registration(types = Object.class)
  public void look(BeanInfo bean) {
    if (!bean.isClassBean()) {
      return;
    }
    ClassInfo type = bean.declaringClass();
    for (ClassInfo one : ModelMarks.types(type)) {
      note(type, one, "", ModelMarks.on(one));
    }
    for (MethodInfo method : type.methods()) {
      List<AnnotationInfo> marks = ModelMarks.on(method);
      if (!marks.isEmpty()) {
        note(type, type, ModelMarks.signature(method), marks);
      }
    }
  }

  private void note(ClassInfo bean, ClassInfo type, String method, List<AnnotationInfo> marks) {
    for (AnnotationInfo mark : marks) {
      marked.put(bean.name(), bean);
      said.put(type.name() + "#" + method + "#" + mark, new Said(type, method, mark));
    }
  }

  /**
   * Adds what was noted as a bean, and has it looked at when the application starts: reflection is
   * not to be had before.
   *
   * @param components takes both
   */
  @Synthesis
  public void tell(SyntheticComponents components) {
    ClassInfo[] classes = marked.values().toArray(ClassInfo[]::new);
    components
        .addBean(MarkedClasses.class)
        .type(MarkedClasses.class)
        .scope(Dependent.class)
        .withParam(CLASSES, classes)
        .createWith(Creator.class);
    components
        .addObserver(Startup.class)
        .withParam(MarkStart.MARKED, classes)
        .withParam(MarkStart.CLASSES, all(Said::type).toArray(ClassInfo[]::new))
        .withParam(MarkStart.METHODS, all(Said::method).toArray(String[]::new))
        .withParam(MarkStart.MARKS, all(Said::mark).toArray(AnnotationInfo[]::new))
        .observeWith(MarkStart.class);
  }

  private <T> Stream<T> all(Function<Said, T> part) {
    return said.values().stream().map(part);
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
