/** Session beans behind the resources of a web application, in its own and in another archive. */
@NullMarked
package io.github.mgsjaxrs.conformance.enterprise;

import org.jspecify.annotations.NullMarked;
