/**
 * The application that answers what a resource method saw: plain Jakarta REST, for every runtime.
 */
@NullMarked
package io.github.mgsjaxrs.conformance.echo;

import org.jspecify.annotations.NullMarked;
