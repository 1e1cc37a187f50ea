package io.github.mgsjaxrs.conformance.registration;

import io.github.mgsjaxrs.MgsSigned;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What must never answer an unsigned request, however it was registered. */
@Path("marked")
@MgsSigned
public class MarkedResource {

  /** Resources are created for each request, or once by an {@code Application}. */
  public MarkedResource() {}

  /**
   * Answers.
   *
   * @return {@value Registration#SERVED}
   */
  @GET
  public String get() {
    return Registration.SERVED;
  }
}
