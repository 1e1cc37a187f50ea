/** Packs what is deployed to application servers. */
@NullMarked
package io.github.mgsjaxrs.conformance.war;

import org.jspecify.annotations.NullMarked;
