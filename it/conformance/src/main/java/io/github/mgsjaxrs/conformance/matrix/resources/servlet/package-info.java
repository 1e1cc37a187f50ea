/** What needs the servlet API. */
@NullMarked
package io.github.mgsjaxrs.conformance.matrix.resources.servlet;

import org.jspecify.annotations.NullMarked;
