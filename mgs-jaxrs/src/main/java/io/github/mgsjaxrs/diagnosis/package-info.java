/**
 * Why a signature does not match: the variations of a request's string to sign, and of the key,
 * with which it would. Nothing here admits a request; it only finds words for what was refused.
 */
@NullMarked
package io.github.mgsjaxrs.diagnosis;

import org.jspecify.annotations.NullMarked;
