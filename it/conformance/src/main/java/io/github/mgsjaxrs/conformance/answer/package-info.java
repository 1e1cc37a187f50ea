/** Answers of every kind to signed requests, and what changes them on their way. */
@NullMarked
package io.github.mgsjaxrs.conformance.answer;

import org.jspecify.annotations.NullMarked;
