package io.github.mgsjaxrs.tomee.lost;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Has the same resources, and marks none of them. */
@ApplicationPath("/open")
public class OpenApplication extends Application {}
