/**
 * What requests make this process keep, within bounds, and when it is freed: shared by the filters
 * and the packages, and not for applications.
 */
@NullMarked
package io.github.mgsjaxrs.storage;

import org.jspecify.annotations.NullMarked;
