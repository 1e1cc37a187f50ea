package io.github.mgsjaxrs.conformance.hostile.marks;

import io.github.mgsjaxrs.MgsSigned;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A stereotype that carries the mark. */
@Stereotype
@MgsSigned
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Payments {}
