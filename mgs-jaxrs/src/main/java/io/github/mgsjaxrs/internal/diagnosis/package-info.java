/** What any explanation of a mismatch needs. */
@NullMarked
package io.github.mgsjaxrs.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
