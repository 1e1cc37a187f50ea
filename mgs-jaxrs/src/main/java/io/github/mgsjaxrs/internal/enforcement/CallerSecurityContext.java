package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.VerifiedCaller;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * The security context of a verified request; roles and transport are the container's as before.
 */
public final class CallerSecurityContext implements SecurityContext {

  private final VerifiedCaller caller;
  private final @Nullable SecurityContext container;

  public CallerSecurityContext(VerifiedCaller caller, @Nullable SecurityContext container) {
    this.caller = caller;
    this.container = container;
  }

  @Override
  public Principal getUserPrincipal() {
    return caller;
  }

  @Override
  public boolean isUserInRole(String role) {
    return container != null && container.isUserInRole(role);
  }

  @Override
  public boolean isSecure() {
    return container != null && container.isSecure();
  }

  @Override
  public String getAuthenticationScheme() {
    return caller.algorithm().scheme().authentication();
  }
}
