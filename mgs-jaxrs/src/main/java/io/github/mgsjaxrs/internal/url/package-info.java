/** What the schemes share that sign a URL: both gateways write it alike. */
@NullMarked
package io.github.mgsjaxrs.internal.url;

import org.jspecify.annotations.NullMarked;
