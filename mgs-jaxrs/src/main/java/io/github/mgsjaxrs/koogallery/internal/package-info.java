/**
 * What KooGallery signs, as a scheme: its windows of time, and the answers that are signed for it.
 */
@NullMarked
package io.github.mgsjaxrs.koogallery.internal;

import org.jspecify.annotations.NullMarked;
