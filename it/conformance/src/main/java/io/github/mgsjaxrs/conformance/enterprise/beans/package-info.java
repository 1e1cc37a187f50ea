/** An EJB archive whose class loader does not see the library, and so none of its marks. */
@NullMarked
package io.github.mgsjaxrs.conformance.enterprise.beans;

import org.jspecify.annotations.NullMarked;
