/** What is read of any request, and in which ways one can be malformed. Pure: no I/O, no clock. */
@NullMarked
package io.github.mgsjaxrs.request;

import org.jspecify.annotations.NullMarked;
