package jakarta.ejb;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** As much of the API of timers as is asked. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Schedule {}
