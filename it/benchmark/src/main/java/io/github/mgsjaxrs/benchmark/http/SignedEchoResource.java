package io.github.mgsjaxrs.benchmark.http;

import io.github.mgsjaxrs.MgsSigned;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The same behind this library. */
@Path("/")
@Produces("text/plain")
@MgsSigned
public class SignedEchoResource extends EchoResource {}
