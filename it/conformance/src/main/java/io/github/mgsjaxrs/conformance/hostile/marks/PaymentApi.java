package io.github.mgsjaxrs.conformance.hostile.marks;

import io.github.mgsjaxrs.MgsSigned;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An annotation of an application's own, which carries the mark. */
@MgsSigned
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface PaymentApi {}
