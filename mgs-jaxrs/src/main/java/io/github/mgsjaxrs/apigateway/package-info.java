/** What Alibaba Cloud API Gateway signs for backends, and the settings for it. */
@NullMarked
package io.github.mgsjaxrs.apigateway;

import org.jspecify.annotations.NullMarked;
