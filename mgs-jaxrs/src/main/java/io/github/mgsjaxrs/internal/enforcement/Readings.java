package io.github.mgsjaxrs.internal.enforcement;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.internal.request.PlainQuery;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.request.SentQuery;
import io.github.mgsjaxrs.internal.runtime.RuntimeAdapter;
import io.github.mgsjaxrs.request.MalformedRequestException;
import io.github.mgsjaxrs.settings.Limits;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a resource is served what was sent. Runtimes read the target once more, after us
 * and in their own way: some make it of the Host header too, and some decode queries otherwise.
 *
 * <p>What such a reading differs in is chosen by headers and spellings that no signature covers, so
 * it is refused whatever the coverage is. Where the application itself has changed the path, or
 * sent the request on, {@code protocol} admits it.
 */
public final class Readings {

  private static final String ADDED =
      "the application has forwarded, included or dispatched the request with another query than was"
          + " sent, and signed, so that parameters of its own may be read beside them: leave the query"
          + " out there, or admit it with mgs.coverage=protocol or coverage on the resource";

  private Readings() {}

  /**
   * Refuses a request that is served otherwise than it was sent.
   *
   * @param context the request
   * @param exchange what is known of it
   * @param coverage what the resource asks for
   * @param limits how many parameters there may be
   * @throws RefusalException if path or parameters of the query are others
   */
  public static void requireAsSent(
      ContainerRequestContext context, Exchange exchange, Coverage coverage, Limits limits)
      throws RefusalException {
    RequestLine sent = exchange.request().target();
    if (exchange.servedAsSent() || (sent.dispatched() && coverage == Coverage.PROTOCOL)) {
      return;
    }
    RuntimeAdapter runtime = exchange.runtime();
    if (coverage != Coverage.PROTOCOL && runtime.hasAddedParameters(context)) {
      throw new RefusalException(Rejection.NOT_COVERED, ADDED);
    }
    boolean samePath = runtime.isServedAsSent(context, sent.path());
    if (!samePath) {
      boolean byApplication = sent.dispatched() || exchange.arrivedAsSent();
      if (!byApplication || coverage != Coverage.PROTOCOL) {
        String served = runtime.servedPath(context);
        throw served == null
            ? new RefusalException(
                Rejection.PARAMETERS_MALFORMED,
                "the runtime can make no URI of the target, or of the Host header: have the client"
                    + " escape what RFC 3986 does not admit")
            : new RefusalException(
                Rejection.NOT_COVERED, otherPath(sent.path(), served, byApplication));
      }
    }
    if (!isReadAlike(sent.query(), runtime.servedQuery(context))) {
      String other = readOtherwise(sent.query(), runtime.queryParameters(context), limits, UTF_8);
      if (other != null) {
        throw otherParameter("the resource", other);
      }
    }
    if (samePath) {
      exchange.foundServedAsSent();
    }
  }

  /**
   * Refuses a request whose headers have changed while its entity was read: some servers add what
   * comes behind the entity to them.
   *
   * @param context the request
   * @param exchange what was known of it before
   * @throws RefusalException if its type is another one now, or a header that is signed
   */
  public static void requireHeadersAsBefore(ContainerRequestContext context, Exchange exchange)
      throws RefusalException {
    RequestSnapshot request = exchange.request();
    if (!request.mayHaveTrailers()) {
      return;
    }
    Function<String, List<String>> now = exchange.runtime().headers(context);
    if (!now.apply(RequestSnapshot.CONTENT_TYPE).equals(request.contentTypes().values())) {
      throw new RefusalException(
          Rejection.NOT_COVERED, "a trailer behind the body has changed its Content-Type");
    }
    String changed = request.signing().changedOfListed(now);
    if (changed != null) {
      throw new RefusalException(
          Rejection.NOT_COVERED,
          "a trailer behind the body, or a filter, has changed the signed header '"
              + Escaping.oneLine(changed)
              + "'");
    }
  }

  /**
   * Whether parameters come from the very query that was sent, and nobody could read it otherwise.
   */
  private static boolean isReadAlike(@Nullable String sent, @Nullable String served) {
    return sent != null && sent.equals(served) && PlainQuery.isPlain(sent);
  }

  /**
   * Refuses a request whose query is read otherwise by a layer below.
   *
   * @param context the request
   * @param exchange what is known of it, its entity read
   * @param length of the entity, in bytes
   * @param declared whether a charset was declared to whoever reads it
   * @param coverage what the resource asks for
   * @param limits how many parameters there may be
   * @throws RefusalException if the parameters are others
   */
  public static void requireAsSentBelow(
      ContainerRequestContext context,
      Exchange exchange,
      long length,
      boolean declared,
      Coverage coverage,
      Limits limits)
      throws RefusalException {
    RequestLine sent = exchange.request().target();
    if (sent.dispatched() ? coverage == Coverage.PROTOCOL : hasNoQuery(sent)) {
      return;
    }
    RuntimeAdapter runtime = exchange.runtime();
    requireReadInUtf8(context, exchange);
    SentQuery.Reading below = runtime.parametersBelow(context, length);
    String other = below == null ? null : readOtherwise(sent.query(), below, limits, UTF_8);
    if (below != null && other != null && sent.dispatched()) {
      other = readOtherwise(sent.query(), new ReadTwice(below), limits, UTF_8);
    }
    if (below != null
        && other != null
        && (declared || !isInItsDefault(sent.query(), below, exchange.request(), limits))) {
      throw otherParameter("the servlet container", other);
    }
  }

  /** The container's own parameters of a query beside parts cannot be asked for. */
  private static void requireReadInUtf8(ContainerRequestContext context, Exchange exchange)
      throws RefusalException {
    RuntimeAdapter runtime = exchange.runtime();
    RequestSnapshot request = exchange.request();
    if (!runtime.mayReadQueryAsBody(context) || hasNoQuery(request.target())) {
      return;
    }
    if (request.contentTypes().mayDeclareOtherThanUtf8()) {
      throw new RefusalException(
          Rejection.NOT_COVERED,
          "parts in another charset than UTF-8 came with a query, which the servlet container may read"
              + " in that charset: have the client leave the charset of multipart out");
    }
    if (runtime.hasReadQueryBefore(context) && hasMoreThanAscii(request.target().query())) {
      throw new RefusalException(
          Rejection.NOT_COVERED,
          "a filter has asked for parameters of a query beside parts before a charset was set, so that"
              + " the servlet container may have read it in another one than UTF-8: set it"
              + " (<request-character-encoding>UTF-8 in web.xml)");
    }
  }

  private static boolean hasMoreThanAscii(@Nullable String query) {
    for (int i = 0; query != null && i < query.length(); i++) {
      boolean escaped =
          query.charAt(i) == '%'
              && i + 1 < query.length()
              && "01234567".indexOf(query.charAt(i + 1)) < 0;
      if (escaped || query.charAt(i) > 0x7F) {
        return true;
      }
    }
    return false;
  }

  /** Then nobody can read it otherwise, unless the application adds to it. */
  private static boolean hasNoQuery(RequestLine sent) {
    return sent.query() == null || sent.query().isEmpty();
  }

  /** In report mode nothing is declared, which would have it read as it was sent. */
  private static boolean isInItsDefault(
      @Nullable String query, SentQuery.Reading below, RequestSnapshot request, Limits limits)
      throws RefusalException {
    return !request.contentTypes().mayDeclareCharset()
        && readOtherwise(query, below, limits, ISO_8859_1) == null;
  }

  private static @Nullable String readOtherwise(
      @Nullable String query, SentQuery.Reading reading, Limits limits, Charset charset)
      throws RefusalException {
    try {
      return SentQuery.readOtherwise(query, reading, limits.parameters(), charset);
    } catch (MalformedRequestException malformed) {
      throw RefusalException.of(malformed);
    }
  }

  private static RefusalException otherParameter(String who, String name) {
    return new RefusalException(
        Rejection.NOT_COVERED,
        who
            + " would read the parameter '"
            + Escaping.oneLine(name)
            + "' of the query otherwise than it was sent, and signed: by what stands in the Host"
            + " header or the charset of the body, by a delimiter like ';', by names that differ"
            + " in case alone, or by a filter, which may have asked for parameters before a charset was"
            + " set (<request-character-encoding>UTF-8 in web.xml)");
  }

  private static String otherPath(String sent, String served, boolean byApplication) {
    return "'"
        + Escaping.oneLine(sent)
        + "' was sent and '"
        + Escaping.oneLine(served)
        + (byApplication
            ? "' is served, by a filter or a dispatch of the application: sign that path, or admit"
                + " it with mgs.coverage=protocol or coverage on the resource"
            : "' is served, by a forwarded prefix, or a Host header with a path in it, which no"
                + " signature covers: have the proxy in front drop them");
  }
}
