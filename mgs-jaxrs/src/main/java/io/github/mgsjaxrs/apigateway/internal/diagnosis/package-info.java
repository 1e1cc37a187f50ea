/** Explains why a signature of API Gateway does not match. Admits nothing. */
@NullMarked
package io.github.mgsjaxrs.apigateway.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
