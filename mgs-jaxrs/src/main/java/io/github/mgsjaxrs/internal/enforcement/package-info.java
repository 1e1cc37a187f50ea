/**
 * What a request goes through, step by step: its arrival, which resource was matched, its
 * verification, the answer.
 */
@NullMarked
package io.github.mgsjaxrs.internal.enforcement;

import org.jspecify.annotations.NullMarked;
