/**
 * The command {@code mgs}: imports keys, signs, verifies and explains requests. It is packed into a
 * runnable jar of its own and is no part of the library's jar.
 */
@NullMarked
package io.github.mgsjaxrs.tool;

import org.jspecify.annotations.NullMarked;
