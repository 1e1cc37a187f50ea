package org.eclipse.microprofile.reactive.messaging;

import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** As much of the API of messaging as is asked. */
@Repeatable(Incomings.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface Incoming {

  /** The channel. */
  String value();
}
