package io.github.mgsjaxrs.internal.proof;

import io.github.mgsjaxrs.ApiGatewaySigned;
import io.github.mgsjaxrs.KooGallerySigned;
import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.MgsRpcSigned;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.SignatureMark;
import io.github.mgsjaxrs.internal.protection.DeclaredMarks;
import io.github.mgsjaxrs.internal.protection.OtherEndpoints;
import io.github.mgsjaxrs.internal.runtime.servlet.SeenMarks;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the marked classes of a web application, for proxies that hide them; called by the
 * servlet container, which finds it as a service.
 *
 * <p>Containers tell classes with a mark of their own, some of them also those with a marked
 * method; none tells a class whose mark stands inside another annotation. So each mark is named
 * here; by {@link SignatureMark}, some tell annotations that carry it.
 */
@HandlesTypes({
  SignatureMark.class,
  MgsSigned.class,
  MgsRpcSigned.class,
  KooGallerySigned.class,
  ApiGatewaySigned.class
})
public final class ServletMarks implements ServletContainerInitializer {

  /** For the servlet container. */
  public ServletMarks() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    Set<Class<?>> told = classes == null ? Set.of() : classes;
    Set<Class<?>> marked =
        told.stream().filter(type -> !type.isAnnotation()).collect(Collectors.toUnmodifiableSet());
    try {
      told.forEach(DeclaredMarks::requireMeaning);
      marked.forEach(OtherEndpoints::requireNone);
    } catch (MgsConfigurationException fault) {
      throw ServletGuard.told(String.valueOf(fault.getMessage()), fault);
    }
    SeenMarks.remember(context, marked);
  }
}
