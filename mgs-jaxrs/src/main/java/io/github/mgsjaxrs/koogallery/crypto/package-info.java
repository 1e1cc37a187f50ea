/** Access keys, and the fields that KooGallery encrypts with them. */
@NullMarked
package io.github.mgsjaxrs.koogallery.crypto;

import org.jspecify.annotations.NullMarked;
