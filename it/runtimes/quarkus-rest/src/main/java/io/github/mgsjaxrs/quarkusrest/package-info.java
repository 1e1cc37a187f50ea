/** What the conformance application has on Quarkus REST beyond plain Jakarta REST. */
@NullMarked
package io.github.mgsjaxrs.quarkusrest;

import org.jspecify.annotations.NullMarked;
