package jakarta.jws;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** As much of the API of SOAP services as is asked. */
@Retention(RetentionPolicy.RUNTIME)
public @interface WebService {}
