/** Every way in which an application may tell a server of its resources, as small applications. */
@NullMarked
package io.github.mgsjaxrs.conformance.registration;

import org.jspecify.annotations.NullMarked;
