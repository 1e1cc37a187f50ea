package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.request.QueryNames;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.request.SchemeHeaders;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way of one request from its headers to the verdict, as it is for every scheme. What the
 * headers alone decide is decided before the entity is touched.
 *
 * @param <C> what its requests say of their signature
 * @param <K> what checks it
 */
public final class RequestVerification<C extends SignatureClaim, K extends VerificationKey> {

  private final SchemeContext context;
  private final SignatureScheme<C, K> scheme;

  public RequestVerification(SchemeContext context, SignatureScheme<C, K> scheme) {
    this.context = context;
    this.scheme = scheme;
  }

  /** The answers to what is refused. */
  public RejectionResponse responses() {
    return scheme.responses();
  }

  /** The headers that have to be remembered. */
  public SchemeHeaders headers() {
    return new SchemeHeaders(scheme.headerNames(), scheme.listingHeader());
  }

  /** The verdict on a request without a signature; null where there is more to look at. */
  public @Nullable Rejected unsigned(RequestSnapshot request) {
    return scheme.unsigned(request);
  }

  /** Decides what the headers alone decide, and nobody listens. */
  public AdmittedRequest admit(RequestSnapshot request, Requirement requirement)
      throws RefusalException {
    return admit(request, requirement, null);
  }

  /**
   * Decides what the headers alone decide.
   *
   * @param request the request as it was sent
   * @param requirement what the resource asks for
   * @param measure takes what was found, or null
   * @return the request, ready for its entity
   * @throws RefusalException if it is refused already
   */
  public AdmittedRequest admit(
      RequestSnapshot request, Requirement requirement, @Nullable VerdictMeasure measure)
      throws RefusalException {
    C claim = scheme.claim(request);
    requireNoFragment(request.target());
    List<NamedKey<K>> found = scheme.keys(claim, requirement, context.keys());
    if (measure != null) {
      // of several that are tried, nobody knows which one the request was to be signed with
      String keyId = found.size() == 1 ? found.get(0).id() : null;
      measure.foundKey(keyId, found.get(0).key().algorithm());
    }
    Long announced = request.announcedLength();
    if (announced == null) {
      throw new RefusalException(
          Rejection.ENTITY_INCOMPLETE, "Content-Length is not one decimal number");
    }
    Admitted<C, K> admitted =
        new Admitted<>(
            request,
            claim,
            found,
            requirement.coverage(context.coverage()),
            announced,
            scheme.digest(request));
    scheme.requireWorthReading(admitted, requirement);
    return new AdmittedRequest() {
      @Override
      public Coverage coverage() {
        return admitted.coverage();
      }

      @Override
      public EntityBuffer buffer() throws RefusalException {
        return RequestVerification.this.buffer(admitted);
      }

      @Override
      public Verified verify(ReplayableEntity entity, ParametersBelow below)
          throws RefusalException {
        return RequestVerification.this.verify(admitted, entity, below);
      }

      @Override
      public @Nullable Charset formCharset() throws RefusalException {
        return scheme.formCharset(admitted.request());
      }

      @Override
      public @Nullable AnswerSigner answerSigner(Verified verified) {
        return scheme.answerSigner(admitted.key(verified.keyId()));
      }
    };
  }

  /** What stands behind a number sign is dropped by some who read a target, and not by others. */
  private static void requireNoFragment(RequestLine target) throws RefusalException {
    String query = target.query();
    if (target.path().indexOf('#') >= 0 || (query != null && query.indexOf('#') >= 0)) {
      throw new RefusalException(
          Rejection.PARAMETERS_MALFORMED, "the target has a raw '#': send it percent-encoded");
    }
  }

  private EntityBuffer buffer(Admitted<C, K> admitted) throws RefusalException {
    EntityBuffer buffer =
        new EntityBuffer(context.storage(), admitted.announced(), admitted.digest());
    buffer.admit();
    return buffer;
  }

  private Verified verify(Admitted<C, K> admitted, ReplayableEntity entity, ParametersBelow below)
      throws RefusalException {
    requireWhole(admitted, entity.length());
    if (entity.length() == 0 && hasUnknownLength(admitted)) {
      requireSentEmpty(admitted, below);
    }
    if (entity.length() == 0 && mayHaveBeenParsed(admitted)) {
      requireNoFieldsElsewhere(admitted.request(), below.names());
    }
    below.requireAsSent(entity.length());
    RequiredCoverage.requireCovered(
        BodyCoverage.uncovered(
            admitted.request(),
            entity,
            context.charset(),
            below.takesFormsWithoutType(),
            context.storage()),
        admitted.coverage());
    return scheme.verify(admitted, entity);
  }

  private void requireWhole(Admitted<?, ?> admitted, long length) throws RefusalException {
    RequestSnapshot request = admitted.request();
    long announced = admitted.announced();
    if (announced >= 0 && announced != length && !(request.encoded() && length > 0)) {
      throw new RefusalException(
          Rejection.ENTITY_INCOMPLETE,
          announced
              + " bytes were announced, "
              + length
              + " could be read"
              + (length == 0
                  ? ": did a filter read them, or on Jersey a @FormParam on a field, a constructor or"
                      + " a setter? Take fields as parameters of the method, or protect the path"
                  : ""));
    }
  }

  /** Also beside a Content-Length of 0, which Transfer-Encoding overrides. */
  private boolean hasUnknownLength(Admitted<?, ?> admitted) {
    RequestSnapshot request = admitted.request();
    return request.chunked()
        || (admitted.announced() < 0
            && request.target().multiplexed()
            && scheme.readsEntity(request));
  }

  /**
   * Without a length in the headers, an entity that is gone cannot be told from none. Where it was
   * only read, the resource gets nothing either; where it was parsed, it may get what nobody
   * verified.
   */
  private static void requireSentEmpty(Admitted<?, ?> admitted, ParametersBelow below)
      throws RefusalException {
    RequestSnapshot request = admitted.request();
    String doubt =
        request.contentTypes().mayBeOfParts()
            ? "parts that somebody has taken would not be seen: send Content-Length: 0"
            : "somebody has read it, or made parameters of it, before: a filter, a locator, or a"
                + " @FormParam on a field";
    if (request.contentTypes().mayBeOfParts() || !below.madeOfNoBody()) {
      throw new RefusalException(
          Rejection.ENTITY_INCOMPLETE,
          (request.chunked() ? "a chunked entity" : "an HTTP/2 entity without Content-Length")
              + " reads as empty, and "
              + doubt);
    }
  }

  /** A form; or, without a length in the headers, parts that a filter took without a trace. */
  private static boolean mayHaveBeenParsed(Admitted<?, ?> admitted) {
    RequestSnapshot request = admitted.request();
    return request.contentType().isForm()
        || (admitted.announced() < 0
            && request.target().multiplexed()
            && !request.contentTypes().areNone());
  }

  /** Names that are in no query came from a body that we never saw, and the resource would see. */
  private static void requireNoFieldsElsewhere(RequestSnapshot request, Set<String> parsed)
      throws RefusalException {
    if (parsed.isEmpty()) {
      return;
    }
    Set<String> inQuery = QueryNames.of(request.target().query());
    if (!inQuery.containsAll(parsed)) {
      throw new RefusalException(
          Rejection.ENTITY_INCOMPLETE,
          "an entity reads as empty, but its fields were parsed before: a filter called"
              + " getParameter() or getParts()");
    }
  }

  /** The stream of an entity, never null. */
  public static InputStream orEmpty(@Nullable InputStream stream) {
    return stream == null ? InputStream.nullInputStream() : stream;
  }
}
