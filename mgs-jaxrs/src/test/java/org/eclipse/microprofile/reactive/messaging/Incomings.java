package org.eclipse.microprofile.reactive.messaging;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Several channels. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Incomings {

  /** Each of them. */
  Incoming[] value();
}
