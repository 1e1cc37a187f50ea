package io.github.mgsjaxrs.apigateway.protocol;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.Verified.SignedText;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.EmptyBody;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.backend.protocol.StringToSign;
import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.request.Malformed;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The text that API Gateway signed: method, content MD5, headers and URL.
 *
 * <pre>{@code POST\n\nheaderkey1:HeaderValue1\n/demo/uri?FormKey1=FormValue1&QueryKey1=QueryValue1}
 * </pre>
 *
 * <p>The content MD5 is empty for forms, for methods other than PUT and POST, and for an empty body
 * (API Gateway, "Backend signature", "Content-MD5"); its line feed stays. Where no header is signed
 * the URL follows. It is written as that of {@link StringToSign} is.
 */
public final class ApiGatewayText implements SignedText {

  private static final int SHOWN_VALUE = 64;
  private static final String CONTENT_TYPE = "content-type";

  private final StringToSign url;
  private final SignedHeaders headers;
  private final String text;
  private final Set<Uncovered> uncovered;

  private ApiGatewayText(
      StringToSign url, SignedHeaders headers, String text, Set<Uncovered> uncovered) {
    this.url = url;
    this.headers = headers;
    this.text = text;
    this.uncovered = uncovered;
  }

  /**
   * Rebuilds the text from a request.
   *
   * @param request the request as it was sent
   * @param headers the headers that are signed
   * @param canonicalization the choices that the documentation leaves open; what an empty body is
   *     does not count, as it is documented
   * @param maxParameters how many parameters query and form may have together
   * @return the text, with what it does not cover
   * @throws MalformedRequestException if a parameter, or a path that is to be decoded, cannot be
   *     read, there are too many parameters, or the path would read like a line in front of it
   */
  public static ApiGatewayText of(
      SignedRequest request,
      SignedHeaders headers,
      Canonicalization canonicalization,
      int maxParameters)
      throws MalformedRequestException {
    Canonicalization choices =
        canonicalization.emptyBody() == EmptyBody.UNSIGNED
            ? canonicalization
            : canonicalization.toBuilder().emptyBody(EmptyBody.UNSIGNED).build();
    StringToSign url = StringToSign.of(request, choices, maxParameters);
    String bare = url.text();
    int start = startOfUrl(bare);
    if (start < bare.length() && bare.charAt(start) != '/' && bare.charAt(start) != '?') {
      // neither stands in a name, so that no line of a header reads like a URL
      throw new MalformedRequestException(
          Malformed.ESCAPE, "the path of the target does not start with a slash");
    }
    String text = bare.substring(0, start) + headers.text() + bare.substring(start);
    return new ApiGatewayText(url, headers, text, uncovered(request, headers, url));
  }

  private static int startOfUrl(String text) {
    return text.indexOf('\n', text.indexOf('\n') + 1) + 1;
  }

  /** Another type makes other things of the same bytes, whichever they are. */
  private static Set<Uncovered> uncovered(
      SignedRequest request, SignedHeaders headers, StringToSign url) {
    if (request.body().length() == 0 || headers.names().contains(CONTENT_TYPE)) {
      return url.uncovered();
    }
    Set<Uncovered> uncovered = EnumSet.of(Uncovered.HEADER);
    uncovered.addAll(url.uncovered());
    return Collections.unmodifiableSet(uncovered); // in their order, so that it is told alike
  }

  /**
   * The text.
   *
   * @return method, content MD5, headers and URL
   */
  public String text() {
    return text;
  }

  @Override
  public Set<Uncovered> uncovered() {
    return uncovered;
  }

  @Override
  public String describe(Uncovered part) {
    return part == Uncovered.HEADER
        ? "the Content-Type of the body, which is not among the signed headers"
        : url.describe(part);
  }

  @Override
  public Optional<Set<String>> signedHeaders() {
    return Optional.of(headers.names());
  }

  @Override
  public String describe(boolean values) {
    String bare = url.text();
    // escaped by itself, as what is too long is cut: the first lines are short
    String start = Escaping.oneLine(bare.substring(0, startOfUrl(bare)));
    String lines = headers.text(line -> values ? shortened(line.value()) : "***");
    String described = url.describe(values);
    return described.startsWith(start)
        ? start + Escaping.oneLine(lines) + described.substring(start.length())
        : described;
  }

  private static String shortened(String value) {
    return value.length() <= SHOWN_VALUE
        ? value
        : value.substring(0, SHOWN_VALUE) + "…(" + value.length() + " characters)";
  }

  /** The text with its values masked. */
  @Override
  public String toString() {
    return describe(false);
  }
}
