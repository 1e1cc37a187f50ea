/** The application, which sends a request wherever a header of it says. */
@NullMarked
package io.github.mgsjaxrs.conformance.dispatch.application;

import org.jspecify.annotations.NullMarked;
