package io.github.mgsjaxrs.conformance.registration;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource that anybody may ask, beside one whose path is protected. */
@Path("open")
public class OpenResource {

  /** Resources are created for each request. */
  public OpenResource() {}

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
