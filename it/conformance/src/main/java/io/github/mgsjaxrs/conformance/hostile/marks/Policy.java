package io.github.mgsjaxrs.conformance.hostile.marks;

import io.github.mgsjaxrs.MgsSigned;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An annotation that takes the mark as a value. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Policy {
  /** The mark. */
  MgsSigned value();
}
