/** What KooGallery signs, the settings for it, and what it has encrypted. */
@NullMarked
package io.github.mgsjaxrs.koogallery;

import org.jspecify.annotations.NullMarked;
