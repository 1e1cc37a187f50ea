package io.github.mgsjaxrs;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the resources that only requests signed by Alibaba Cloud API Gateway may reach.
 *
 * <pre>{@code
 * @Path("orders")
 * @ApiGatewaySigned(requiredHeaders = "X-Ca-Client-Ip")
 * public class Orders {
 *   @POST
 *   public Receipt place(Order order, @HeaderParam("X-Ca-Client-Ip") String client) {
 *     …
 *   }
 * }
 * }</pre>
 *
 * <p>{@code X-Ca-Proxy-Signature} is over method, content MD5, URL, and those headers that {@code
 * X-Ca-Proxy-Signature-Headers} lists. <b>Which headers are signed is the sender's choice, and any
 * other can be anybody's.</b> Name those that the resource trusts as {@link #requiredHeaders()}: a
 * request that does not list one of them, or does not send it, is refused. {@link Coverage#STRICT}
 * asks in addition for the headers that a {@code @HeaderParam} names, and {@code Cookie} where
 * there is a {@code @CookieParam}, on the matched method, its class and their {@code @BeanParam}s,
 * and for the Content-Type of a body; what is read in other ways ({@code HttpHeaders}, a filter, a
 * locator, annotations of one runtime alone) nobody knows.
 *
 * <p>There is no time stamp: whoever records a request can send it again.
 *
 * <p>The mark counts in the same places as {@link MgsSigned}, with the same limits, and {@link
 * MgsUnsigned} exempts from it in the same way. A method under marks of two schemes is closed: it
 * answers 503, and the log says so.
 *
 * <p>Source: Alibaba Cloud API Gateway, "Backend signature".
 */
@SignatureMark(Scheme.API_GATEWAY)
@NameBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ApiGatewaySigned {

  /**
   * The ids of the keys that are admitted here; empty, the default, admits every key of the
   * verifier for this scheme. A request with another key is refused as if its key were unknown
   * (code 7000).
   *
   * @return key ids, compared exactly
   */
  String[] keys() default {};

  /**
   * The headers that the signature has to be of, besides those of {@code
   * mgs.apigateway.required-headers}. A request that does not list or does not send one of them is
   * refused as not covered (code 7002).
   *
   * @return names of headers, in any case
   */
  String[] requiredHeaders() default {};

  /**
   * What is done about parts of a request that the signature does not cover. {@link
   * Coverage#AS_CONFIGURED}, the default, follows {@code mgs.coverage}.
   *
   * @return the coverage that is asked for here
   */
  Coverage coverage() default Coverage.AS_CONFIGURED;
}
