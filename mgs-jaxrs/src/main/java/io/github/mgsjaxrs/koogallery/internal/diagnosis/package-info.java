/** Explains why a signature of KooGallery does not match. Admits nothing. */
@NullMarked
package io.github.mgsjaxrs.koogallery.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
