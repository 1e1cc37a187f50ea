/**
 * Keeps a body within limits, and gives it back as often as it is read: whole, as a form, in parts.
 */
@NullMarked
package io.github.mgsjaxrs.internal.entity;

import org.jspecify.annotations.NullMarked;
