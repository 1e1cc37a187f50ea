package io.github.mgsjaxrs.conformance.registration;

import io.github.mgsjaxrs.MgsSigned;

/** Carries the mark of an application. */
@MgsSigned
public interface ClosedApi {}
