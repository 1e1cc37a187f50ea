package io.github.mgsjaxrs.tomee.lost;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Leaves the rest of the web application to others. */
@ApplicationPath("/api")
public class ApiApplication extends Application {}
