package org.eclipse.microprofile.reactive.messaging;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** As much of the API of messaging as is asked. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Outgoing {

  /** The channel. */
  String value();
}
