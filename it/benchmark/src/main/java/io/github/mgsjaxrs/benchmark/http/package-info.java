/**
 * A server and a load generator in processes of their own: what a filter costs, beside a server
 * without one and beside a filter as the gateway's documentation has it.
 */
@NullMarked
package io.github.mgsjaxrs.benchmark.http;

import org.jspecify.annotations.NullMarked;
