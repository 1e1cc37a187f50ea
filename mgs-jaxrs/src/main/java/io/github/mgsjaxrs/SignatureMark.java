package io.github.mgsjaxrs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an annotation that it marks resources, and for which scheme: {@link MgsSigned} and the
 * marks of the other schemes beside it carry it, and that is how they are found.
 *
 * <p>Applications do not use it. An annotation of their own carries one of these marks instead:
 *
 * <pre>{@code
 * @MgsRpcSigned(operationTypes = "com.example.orders.place")
 * @Retention(RetentionPolicy.RUNTIME)
 * @Target({ElementType.TYPE, ElementType.METHOD})
 * public @interface PlacesOrders {}
 * }</pre>
 *
 * <p>Any other annotation that carries this one asks for a signature, and nothing can tell which:
 * what has it stays closed. With {@code mgs-cdi}, or where the servlet container tells it, the
 * application does not start; elsewhere its requests are answered 503, and the log says so.
 *
 * <p>It is public because the JVM leaves an annotation out, without a word, whose type cannot be
 * seen where it stands: a class loader or a module that shows the public packages alone would turn
 * marks into annotations that ask for nothing.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
public @interface SignatureMark {

  /**
   * The scheme whose signatures are asked for.
   *
   * @return the scheme
   */
  Scheme value();
}
