package io.github.mgsjaxrs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Exempts one resource method from the {@link MgsSigned} mark of its class.
 *
 * <pre>{@code
 * @Path("orders")
 * @MgsSigned
 * public class Orders {
 *   @GET
 *   @Path("health")
 *   @MgsUnsigned
 *   public String health() { … }
 * }
 * }</pre>
 *
 * <p>On a sub-resource locator it says that nothing behind the proxies which the locator returns is
 * marked, where nobody can tell their classes: without it, such a resource is closed.
 *
 * <p>It counts only on the matched method as the running class declares it, with its exact
 * parameter types: an interface, a superclass or an overload cannot open a method of a class that
 * does not say so itself. It never beats a mark on that method or on one that it overrides, a
 * marked locator or parent resource on the way to it, or protection by path.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface MgsUnsigned {}
