/** What Alibaba Cloud API Gateway signs, as a scheme. */
@NullMarked
package io.github.mgsjaxrs.apigateway.internal;

import org.jspecify.annotations.NullMarked;
