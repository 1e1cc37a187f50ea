package io.quarkus.runtime;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** As much of the API of Quarkus as is asked. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Shutdown {}
