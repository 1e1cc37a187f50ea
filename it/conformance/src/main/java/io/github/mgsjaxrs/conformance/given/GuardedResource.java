package io.github.mgsjaxrs.conformance.given;

import io.github.mgsjaxrs.conformance.registration.Registration;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Has no mark: what it answers is open, but for paths that a verifier protects. */
@Path("/")
public class GuardedResource {

  /** Resources are created for each request. */
  public GuardedResource() {}

  /**
   * Answers below the path that the application's own verifier protects.
   *
   * @return {@value Registration#SERVED}
   */
  @GET
  @Path("guarded/by-verifier")
  public String byVerifier() {
    return Registration.SERVED;
  }

  /**
   * Answers at the path that settings protect.
   *
   * @return {@value Registration#SERVED}
   */
  @GET
  @Path("guarded-by-settings")
  public String bySettings() {
    return Registration.SERVED;
  }

  /**
   * Answers everybody.
   *
   * @return {@value Registration#SERVED}
   */
  @GET
  @Path("open")
  public String open() {
    return Registration.SERVED;
  }
}
