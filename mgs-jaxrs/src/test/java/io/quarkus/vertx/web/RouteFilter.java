package io.quarkus.vertx.web;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** As much of the API of reactive routes as is asked. */
@Retention(RetentionPolicy.RUNTIME)
public @interface RouteFilter {}
