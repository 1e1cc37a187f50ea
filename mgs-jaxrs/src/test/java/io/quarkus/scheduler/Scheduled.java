package io.quarkus.scheduler;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** As much of the API of the scheduler as is asked. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Scheduled {}
