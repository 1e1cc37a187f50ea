package io.github.mgsjaxrs.conformance.hostile.marks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An annotation that carries another one, which carries the mark. */
@PaymentApi
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Premium {}
