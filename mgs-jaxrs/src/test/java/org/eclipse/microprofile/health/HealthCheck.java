package org.eclipse.microprofile.health;

/** As much of the API of health checks as is asked. */
public interface HealthCheck {}
