package io.github.mgsjaxrs.conformance.suite;

import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.util.Map;

/**
 * A request of API Gateway with headers that somebody may read otherwise.
 *
 * @param name what is special
 * @param signed what was signed of them, values by names in lower case
 * @param sent the request
 */
record ApiGatewayHeader(String name, Map<String, String> signed, RawRequest sent) {}
