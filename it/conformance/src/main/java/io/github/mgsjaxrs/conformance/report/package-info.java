/** What the suites found, written down by each run and put into one table for all runtimes. */
@NullMarked
package io.github.mgsjaxrs.conformance.report;

import org.jspecify.annotations.NullMarked;
