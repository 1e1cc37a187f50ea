/** Application classes, of which Quarkus takes one: the one that the build is asked for. */
@NullMarked
package io.github.mgsjaxrs.quarkusrest.application;

import org.jspecify.annotations.NullMarked;
