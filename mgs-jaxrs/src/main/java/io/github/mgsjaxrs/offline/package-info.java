/**
 * Offline packages: verifies the RSA signatures inside an {@code .amr} before anybody gets to see
 * its content, and hands resource methods verified packages only.
 */
@NullMarked
package io.github.mgsjaxrs.offline;

import org.jspecify.annotations.NullMarked;
