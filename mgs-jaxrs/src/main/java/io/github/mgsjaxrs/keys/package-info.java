/**
 * Where keys come from: texts, certificates, key stores, and keys that are loaded again while they
 * are used.
 */
@NullMarked
package io.github.mgsjaxrs.keys;

import org.jspecify.annotations.NullMarked;
