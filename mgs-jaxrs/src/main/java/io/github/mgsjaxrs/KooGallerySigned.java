package io.github.mgsjaxrs;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the resources that only Huawei Cloud's marketplace KooGallery may call, and whose answers
 * are signed for it.
 *
 * <pre>{@code
 * @Path("koogallery")
 * @KooGallerySigned
 * public class Orders {
 *   @GET
 *   @Produces(MediaType.APPLICATION_JSON)
 *   public Result answer(@QueryParam("activity") String activity, …) {
 *     …
 *   }
 * }
 * }</pre>
 *
 * <p>Version 1 of its interface signs all query parameters of a GET in {@code authToken}, version 2
 * the body of a POST in the query parameters {@code signature}, {@code timestamp} and {@code
 * nonce}. Neither signs the path: whatever is marked with this answers whatever is called. Let one
 * resource answer all activities, as the activity is what is signed.
 *
 * <p>Each answer to a verified request carries {@code Body-Sign}, whatever its status is; it is
 * held back for that until it is complete, up to {@code mgs.koogallery.response-limit}. A request
 * that does not verify gets KooGallery's own {@code {"resultCode":"000001",…}}, signed as well.
 *
 * <p>The mark counts in the same places as {@link MgsSigned}, with the same limits, and {@link
 * MgsUnsigned} exempts from it in the same way. A method under marks of two schemes is closed: it
 * answers 503, and the log says so.
 *
 * <p>Source: Huawei Cloud KooGallery, "SaaS access guide".
 */
@SignatureMark(Scheme.KOOGALLERY)
@NameBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface KooGallerySigned {

  /**
   * Which of the keys of {@code mgs.koogallery.keys} are admitted here; empty, the default, admits
   * each of them.
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
