/**
 * The gateway's side, played by the installed OpenSSL: no signature comes from this project's code.
 */
@NullMarked
package io.github.mgsjaxrs.conformance.openssl;

import org.jspecify.annotations.NullMarked;
