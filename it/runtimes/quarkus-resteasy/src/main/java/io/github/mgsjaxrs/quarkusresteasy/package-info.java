/** The conformance application as Quarkus RESTEasy Classic runs it, with nothing of its own. */
@NullMarked
package io.github.mgsjaxrs.quarkusresteasy;

import org.jspecify.annotations.NullMarked;
