/** The keys that Alibaba Cloud API Gateway signs with. */
@NullMarked
package io.github.mgsjaxrs.apigateway.crypto;

import org.jspecify.annotations.NullMarked;
