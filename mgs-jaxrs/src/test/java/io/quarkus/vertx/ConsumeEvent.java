package io.quarkus.vertx;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** As much of the API of Vert.x's event bus as is asked. */
@Retention(RetentionPolicy.RUNTIME)
public @interface ConsumeEvent {}
