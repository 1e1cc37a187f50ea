package io.github.mgsjaxrs.tomee.lost;

import io.github.mgsjaxrs.MgsSigned;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Marks all of its resources. */
@ApplicationPath("/shut")
@MgsSigned
public class ShutApplication extends Application {}
