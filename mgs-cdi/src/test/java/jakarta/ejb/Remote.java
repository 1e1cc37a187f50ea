package jakarta.ejb;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** As much of the API of session beans as is asked. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Remote {
  /** The business interfaces. */
  Class<?>[] value() default {};
}
