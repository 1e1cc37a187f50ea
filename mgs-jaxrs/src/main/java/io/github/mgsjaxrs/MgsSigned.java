package io.github.mgsjaxrs;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the resources that only requests signed by the gateway may reach.
 *
 * <pre>{@code
 * @Path("orders")
 * @MgsSigned
 * public class Orders {
 *   @POST
 *   public Receipt place(Order order, @Context SecurityContext security) {
 *     VerifiedCaller gateway = (VerifiedCaller) security.getUserPrincipal();
 *     …
 *   }
 * }
 * }</pre>
 *
 * <p>The mark counts on a resource class, a resource method, a sub-resource locator, a sub-resource
 * class, and the {@code Application} class; on each of them also when it stands on a superclass, an
 * interface, or the method that is overridden or implemented, and when another annotation carries
 * it. What counts is the class that runs, also where the runtime names an interface or shows a
 * proxy. A marked locator, and a marked class above it, protect everything that is reached through
 * it. {@link MgsUnsigned} exempts a method from the mark of its class.
 *
 * <pre>{@code
 * @MgsSigned(keys = "payments")
 * @Retention(RetentionPolicy.RUNTIME)
 * @Target({ElementType.TYPE, ElementType.METHOD})
 * public @interface PaymentApi {}
 * }</pre>
 *
 * <p>When in doubt, a method is protected: one that has the name and the number of parameters of a
 * marked one, and one that a marked locator may lead to as well as an open one. The log tells these
 * once, with a way to open them.
 *
 * <p>Several marks on the way to one method add up: a request needs a key that each of them admits,
 * and the strictest coverage of them.
 *
 * <p>What the mark does not do: the constructor of a resource class and the sub-resource locators
 * run <em>before</em> the signature is looked at, as JAX-RS calls post-matching filters only after
 * them. Where these have side effects, protect by path instead ({@code mgs.protect}), which
 * verifies before matching.
 */
@SignatureMark(Scheme.BACKEND)
@NameBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface MgsSigned {

  /**
   * The ids of the keys that are admitted here; empty, the default, admits every key of the
   * verifier. A request with another key is refused as if its key were unknown (code 7000), so that
   * the salt of one API group cannot open the resources of another.
   *
   * @return key ids, compared exactly
   */
  String[] keys() default {};

  /**
   * What is done about parts of a request that the signature does not cover. {@link
   * Coverage#AS_CONFIGURED}, the default, follows {@code mgs.coverage}.
   *
   * @return the coverage that is asked for here
   */
  Coverage coverage() default Coverage.AS_CONFIGURED;
}
