/** The text that KooGallery signs, and its times. */
@NullMarked
package io.github.mgsjaxrs.koogallery.protocol;

import org.jspecify.annotations.NullMarked;
