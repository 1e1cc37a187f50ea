/** What the resources of the hostile application have in common. */
@NullMarked
package io.github.mgsjaxrs.conformance.hostile.marks;

import org.jspecify.annotations.NullMarked;
