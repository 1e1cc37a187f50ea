/** What every runtime has to pass, as abstract JUnit classes that take the address of a server. */
@NullMarked
package io.github.mgsjaxrs.conformance.suite;

import org.jspecify.annotations.NullMarked;
