package jakarta.validation;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** As much of the API of Bean Validation as is asked. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Constraint {}
