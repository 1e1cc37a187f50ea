/** Signed packages for clients that are offline, without anything of Jakarta REST. */
@NullMarked
package io.github.mgsjaxrs.offline;

import org.jspecify.annotations.NullMarked;
