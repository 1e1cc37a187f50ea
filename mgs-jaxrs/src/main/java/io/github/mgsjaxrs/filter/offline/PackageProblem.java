package io.github.mgsjaxrs.filter.offline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.offline.PackageOutcome;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The answers to refused packages: problem documents (RFC 9457), sent as bytes. */
final class PackageProblem {

  private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");
  private static final int UNPROCESSABLE = 422;

  private PackageProblem() {}

  /**
   * The exception that a runtime answers with the document, past the application's mappers.
   *
   * @param outcome why the package is refused
   * @param details whether the document tells it
   */
  static WebApplicationException of(PackageOutcome outcome, boolean details) {
    return new WebApplicationException(
        Response.status(outcome.status())
            .type(PROBLEM_JSON)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity((details ? detailed(outcome) : bare(outcome)).getBytes(UTF_8))
            .build());
  }

  // every text here is a constant of ours without a character that JSON escapes
  private static String detailed(PackageOutcome outcome) {
    return "{\"type\":\""
        + PackageOutcome.TYPE_PREFIX
        + outcome.slug()
        + "\",\"title\":\""
        + outcome.title()
        + "\",\"status\":"
        + outcome.status()
        + ",\"detail\":\""
        + outcome.detail()
        + "\",\"code\":"
        + outcome.code()
        + "}";
  }

  private static String bare(PackageOutcome outcome) {
    int status = outcome.status();
    String title =
        status == UNPROCESSABLE
            ? "Unprocessable Content" // not among the constants of JAX-RS
            : Response.Status.fromStatusCode(status).getReasonPhrase();
    return "{\"title\":\"" + title + "\",\"status\":" + status + "}";
  }
}
