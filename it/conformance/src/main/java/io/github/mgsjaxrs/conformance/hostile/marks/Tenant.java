package io.github.mgsjaxrs.conformance.hostile.marks;

import io.github.mgsjaxrs.MgsSigned;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An annotation that carries the mark and may stand twice. */
@MgsSigned
@Repeatable(Tenants.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Tenant {
  /** Whose it is. */
  String value();
}
