package io.github.mgsjaxrs.tomee;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The echo application at the root of the server; TomEE finds its resources by scanning. */
@ApplicationPath("/")
public class EchoApplication extends Application {}
