package io.github.mgsjaxrs.conformance.registration;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource without a mark of its own, for an application that has one. */
@Path("marked")
public class PlainResource {

  /** Resources are created for each request. */
  public PlainResource() {}

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
