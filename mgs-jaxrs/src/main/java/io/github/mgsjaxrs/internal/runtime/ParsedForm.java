package io.github.mgsjaxrs.internal.runtime;

import io.github.mgsjaxrs.MgsConfigurationException;
import jakarta.ws.rs.container.ContainerRequestContext;

/** The form that a runtime has parsed before the verification, for a field of a resource, say. */
public final class ParsedForm {

  private static final String JERSEY = "org.glassfish.jersey.";
  private static final String JERSEYS_FORM = "jersey.config.server.representation.form";
  private static final String JERSEYS_DECODED_FORM =
      "jersey.config.server.representation.decoded.form";
  private static final String RESTEASY = "org.jboss.resteasy.";

  private ParsedForm() {}

  /**
   * Whether there is none.
   *
   * @param context the request
   * @return false also on runtimes that do not tell
   */
  public static boolean isUnparsed(ContainerRequestContext context) {
    String runtime = context.getClass().getName();
    if (runtime.startsWith(JERSEY)) {
      return context.getProperty(JERSEYS_FORM) == null
          && context.getProperty(JERSEYS_DECODED_FORM) == null;
    }
    try {
      return runtime.startsWith(RESTEASY) && RestEasyForm.parsed(context) == null;
    } catch (MgsConfigurationException untold) {
      return false;
    }
  }
}
