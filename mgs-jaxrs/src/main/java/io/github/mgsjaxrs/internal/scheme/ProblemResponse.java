package io.github.mgsjaxrs.internal.scheme;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The answers to rejections: problem documents (RFC 9457), the same bytes for every request that is
 * refused for one reason.
 *
 * <p>They are sent as bytes: other entities reach the client changed on some runtimes, by error
 * pages or exception mappers.
 */
public final class ProblemResponse implements RejectionResponse {

  private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

  private final Scheme scheme;
  private final Map<Rejection, byte[]> documents = new EnumMap<>(Rejection.class);
  // by its number alone, JAX-RS would look for it among all of them, for each answer
  private final Map<Rejection, Response.Status> statuses = new EnumMap<>(Rejection.class);

  /**
   * Writes all documents once.
   *
   * @param scheme the scheme of the requests
   * @param details whether they tell why a request was refused
   */
  public ProblemResponse(Scheme scheme, boolean details) {
    this.scheme = scheme;
    for (Rejection rejection : Rejection.values()) {
      String document = details ? detailed(rejection) : bare(rejection);
      documents.put(rejection, document.getBytes(UTF_8));
      statuses.put(rejection, Response.Status.fromStatusCode(rejection.status()));
    }
  }

  // every text here is a constant of ours without a character that JSON escapes
  private static String detailed(Rejection rejection) {
    StringBuilder json =
        new StringBuilder("{\"type\":\"")
            .append(rejection.type())
            .append("\",\"title\":\"")
            .append(rejection.title())
            .append("\",\"status\":")
            .append(rejection.status())
            .append(",\"detail\":\"")
            .append(rejection.detail())
            .append('"');
    rejection.code().ifPresent(code -> json.append(",\"code\":").append(code));
    return json.append('}').toString();
  }

  private static String bare(Rejection rejection) {
    String title = Response.Status.fromStatusCode(rejection.status()).getReasonPhrase();
    return "{\"title\":\"" + title + "\",\"status\":" + rejection.status() + "}";
  }

  /**
   * The document alone, for answers outside of JAX-RS.
   *
   * @param rejection the reason
   * @return bytes that are not to be changed
   */
  public byte[] document(Rejection rejection) {
    return Objects.requireNonNull(documents.get(rejection));
  }

  @Override
  public Response to(Rejection rejection) {
    return begun(rejection).build();
  }

  /**
   * The answer, to which a scheme adds what its clients look for.
   *
   * @param rejection the reason
   * @return status, headers and document
   */
  public Response.ResponseBuilder begun(Rejection rejection) {
    Response.Status status = statuses.get(rejection);
    Response.ResponseBuilder response =
        Response.status(status)
            .type(PROBLEM_JSON)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(documents.get(rejection));
    if (status == Response.Status.UNAUTHORIZED) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, scheme.authentication());
    }
    return response;
  }
}
