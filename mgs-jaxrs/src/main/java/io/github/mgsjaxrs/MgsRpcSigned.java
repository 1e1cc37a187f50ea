package io.github.mgsjaxrs;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the resources that only calls signed by a client of the gateway may reach: {@link
 * Scheme#RPC}, for those who end such calls themselves, and for tests of clients.
 *
 * <pre>{@code
 * @Path("mgw.htm")
 * public class Gateway {
 *   @POST
 *   @MgsRpcSigned(operationTypes = "com.example.orders.place")
 *   public List<Receipt> place(List<Order> orders) {
 *     …
 *   }
 * }
 * }</pre>
 *
 * <p>The signature covers operation type, body and timestamp, and neither method, path nor query:
 * name the operation types that a resource answers, or a call of one operation can be sent to the
 * resource of another. Within the window of its timestamp ({@code mgs.rpc.window}) a call can be
 * sent again.
 *
 * <p>The mark counts in the same places as {@link MgsSigned}, with the same limits, and {@link
 * MgsUnsigned} exempts from it in the same way. A method under marks of both schemes is closed: it
 * answers 503, and the log says so.
 *
 * <p>Source: what the gateway signs is documented in prose only; headers and text were observed.
 */
@SignatureMark(Scheme.RPC)
@NameBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface MgsRpcSigned {

  /**
   * The operation types that are answered here; empty, the default, answers every one. A call of
   * another is refused as not covered (code 7002). With {@link Coverage#STRICT} there has to be
   * one.
   *
   * @return values of the {@code Operation-Type} header, compared exactly
   */
  String[] operationTypes() default {};

  /**
   * The ids of the keys ({@code AppId}) that are admitted here; empty, the default, admits every
   * RPC key of the verifier. A call with another key is refused as if its key were unknown (code
   * 7000).
   *
   * @return key ids, compared exactly
   */
  String[] keys() default {};

  /**
   * What is done about parts of a call that the signature does not cover. {@link
   * Coverage#AS_CONFIGURED}, the default, follows {@code mgs.coverage}.
   *
   * @return the coverage that is asked for here
   */
  Coverage coverage() default Coverage.AS_CONFIGURED;
}
