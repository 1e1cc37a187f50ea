/** The text that Alibaba Cloud API Gateway signs. Pure: no I/O, no clock. */
@NullMarked
package io.github.mgsjaxrs.apigateway.protocol;

import org.jspecify.annotations.NullMarked;
