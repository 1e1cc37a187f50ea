package io.github.mgsjaxrs.internal.request;

import io.github.mgsjaxrs.request.ContentType;
import jakarta.ws.rs.HttpMethod;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a request before any other filter can change it.
 *
 * @param method the method as it was sent
 * @param target the target as it was sent
 * @param signing the headers of the schemes
 * @param contentTypes all values of Content-Type
 * @param contentLengths all values of Content-Length
 * @param chunked whether there is a Transfer-Encoding
 * @param encoded whether there is a Content-Encoding other than identity
 */
public record RequestSnapshot(
    String method,
    RequestLine target,
    SentHeaders signing,
    SentContentTypes contentTypes,
    List<String> contentLengths,
    boolean chunked,
    boolean encoded) {

  private static final long UNKNOWN = -1;

  /** Where runtimes do not tell HTTP/2 from HTTP/1.1, others may have one without a length. */
  private static final Set<String> METHODS_WITHOUT_ENTITY =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.DELETE);

  /** In lower case, as Jersey makes each name that it is asked for so. */
  public static final String CONTENT_TYPE = "content-type";

  /** Of values as they were sent. */
  public RequestSnapshot(
      String method,
      RequestLine target,
      SentHeaders signing,
      List<String> contentTypes,
      List<String> contentLengths,
      boolean chunked,
      boolean encoded) {
    this(
        method,
        target,
        signing,
        new SentContentTypes(contentTypes),
        contentLengths,
        chunked,
        encoded);
  }

  public ContentType contentType() {
    return contentTypes.first();
  }

  /**
   * Whether the headers leave no doubt that there is no entity (RFC 9112, section 6.3): to ask for
   * its stream might keep others from a reader, or wait for a body that never comes. Of a form or
   * parts there is a doubt: where nobody has asked for the stream, Jetty fails over no parts, and
   * Open Liberty makes a parameter of no form.
   *
   * @param tellsProtocol whether the runtime tells HTTP/2 from HTTP/1.1
   * @return false where it might have one whose length nobody told
   */
  public boolean hasNoEntity(boolean tellsProtocol) {
    if (chunked || target.multiplexed() || contentType().isForm() || contentType().isMultipart()) {
      return false;
    }
    Long announced = announcedLength();
    return announced != null
        && (announced == 0
            || (announced < 0 && (tellsProtocol || METHODS_WITHOUT_ENTITY.contains(method))));
  }

  /** Whether more headers may have come behind its entity. */
  public boolean mayHaveTrailers() {
    return chunked || target.multiplexed();
  }

  /**
   * The announced length of the entity.
   *
   * @return bytes; -1 if none is announced; null if what is announced is not one length
   */
  public @Nullable Long announcedLength() {
    if (contentLengths.isEmpty()) {
      return UNKNOWN;
    }
    String first = contentLengths.get(0).strip();
    // Open Liberty shows the one of HTTP/2 twice (RFC 9110, section 8.6)
    boolean several =
        contentLengths.size() > 1
            && contentLengths.stream().anyMatch(other -> !other.strip().equals(first));
    if (several || first.isEmpty() || first.length() > 18) {
      return null;
    }
    long length = 0;
    for (int i = 0; i < first.length(); i++) {
      char c = first.charAt(i);
      if (c < '0' || c > '9') {
        return null;
      }
      length = length * 10 + (c - '0');
    }
    return length;
  }
}
