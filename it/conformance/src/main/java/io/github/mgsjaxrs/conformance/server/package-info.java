/** Servers that are started for the suites, each in a process of its own, and what runs on them. */
@NullMarked
package io.github.mgsjaxrs.conformance.server;

import org.jspecify.annotations.NullMarked;
