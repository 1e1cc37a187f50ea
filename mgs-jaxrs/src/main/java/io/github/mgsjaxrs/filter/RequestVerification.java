package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.Limits;
import io.github.mgsjaxrs.MgsSettings;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.protocol.Body;
import io.github.mgsjaxrs.protocol.BodyTreatment;
import io.github.mgsjaxrs.protocol.ContentMd5;
import io.github.mgsjaxrs.protocol.ContentType;
import io.github.mgsjaxrs.protocol.Coverage;
import io.github.mgsjaxrs.protocol.MalformedRequestException;
import io.github.mgsjaxrs.protocol.SignedRequest;
import io.github.mgsjaxrs.protocol.Uncovered;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of one request from its headers to the verdict. What the headers alone decide is decided
 * before the entity is touched.
 */
final class RequestVerification {

  private final MgsSettings settings;
  private final SignatureJudge judge;
  private final EntityStorage storage;

  RequestVerification(MgsSettings settings, SignatureJudge judge, EntityStorage storage) {
    this.settings = settings;
    this.judge = judge;
    this.storage = storage;
  }

  /** A request that may have its entity read: its headers are in order and its key is known. */
  record Admitted(
      RequestSnapshot request,
      SignatureHeaders headers,
      VerificationKey key,
      Coverage coverage,
      long announced,
      @Nullable MessageDigest digest) {}

  /** Decides what the headers alone decide, and nobody listens. */
  Admitted admit(RequestSnapshot request, Requirement requirement) throws RefusalException {
    return admit(request, requirement, null);
  }

  /**
   * Decides what the headers alone decide.
   *
   * @param request the request as it was sent
   * @param requirement what the resource asks for
   * @param attempt takes what was found, or null
   * @return the request, ready for its entity
   * @throws RefusalException if it is refused already
   */
  Admitted admit(RequestSnapshot request, Requirement requirement, @Nullable Attempt attempt)
      throws RefusalException {
    SignatureHeaders headers = SignatureHeaders.of(request, settings.limits().header());
    requirement.requireAdmitted(headers.keyId());
    VerificationKey key = judge.key(headers.keyId());
    if (attempt != null) {
      attempt.foundKey(headers.keyId(), key.algorithm());
    }
    Long announced = request.announcedLength();
    if (announced == null) {
      throw new RefusalException(
          Rejection.ENTITY_INCOMPLETE, "Content-Length is not one decimal number");
    }
    Coverage coverage = requirement.coverage(settings);
    if (announced <= settings.limits().body()) {
      refuseUncoveredBody(request, announced, coverage);
    }
    MessageDigest digest = request.treatment() == BodyTreatment.HASHED ? newMd5() : null;
    return new Admitted(request, headers, key, coverage, announced, digest);
  }

  /** A body that is announced and not covered need not be read to be refused. */
  private void refuseUncoveredBody(RequestSnapshot request, long announced, Coverage coverage)
      throws RefusalException {
    if (announced > 0
        && request.treatment() == BodyTreatment.UNSIGNED
        && !judge.explanations().wanted() // what explains the refusal may stand in the body
        && coverage.refuses(Uncovered.BODY)) {
      SignatureJudge.requireCovered(
          judge.stringToSign(signed(request, new Body.Unsigned(announced))), coverage);
    }
  }

  private static SignedRequest signed(RequestSnapshot request, Body body) {
    return new SignedRequest(
        request.method(),
        request.target().path(),
        request.target().query(),
        request.contentType(),
        body);
  }

  /**
   * A buffer for the entity.
   *
   * @param admitted the request
   * @return an empty buffer that hashes what the signature covers
   * @throws RefusalException if the announced length is too much
   */
  EntityBuffer buffer(Admitted admitted) throws RefusalException {
    EntityBuffer buffer = new EntityBuffer(storage, admitted.announced(), admitted.digest());
    buffer.admit();
    return buffer;
  }

  /**
   * Judges the request with its entity.
   *
   * @param admitted the request
   * @param entity all of its entity
   * @param parsedElsewhere the names of parameters that a layer below has parsed, asked for only
   *     where an empty form makes it matter
   * @return the verdict that its signature is right
   * @throws RefusalException if it is not, or the entity is not what the headers announce
   */
  Verified conclude(
      Admitted admitted, ReplayableEntity entity, Supplier<Set<String>> parsedElsewhere)
      throws RefusalException {
    requireWhole(admitted, entity.length());
    if (admitted.request().contentType().isForm()) {
      return concludeForm(admitted, entity, parsedElsewhere);
    }
    if (entity.length() == 0 && mayHaveBeenParsed(admitted)) {
      requireNoFieldsElsewhere(admitted.request(), parsedElsewhere.get());
    }
    Body body =
        admitted.digest() == null
            ? new Body.Unsigned(entity.length())
            : new Body.Hashed(entity.length(), md5(admitted.digest(), admitted.request(), entity));
    return judge(admitted, body, entity);
  }

  private Verified judge(Admitted admitted, Body body, ReplayableEntity entity)
      throws RefusalException {
    SignedRequest request = signed(admitted.request(), body);
    try {
      return judge.judge(request, admitted.headers(), admitted.key(), admitted.coverage());
    } catch (RefusalException refusal) {
      throw judge.explanations().explained(refusal, admitted, request, entity);
    }
  }

  private static void requireWhole(Admitted admitted, long length) throws RefusalException {
    RequestSnapshot request = admitted.request();
    long announced = admitted.announced();
    if (announced >= 0 && announced != length && !(request.encoded() && length > 0)) {
      throw new RefusalException(
          Rejection.ENTITY_INCOMPLETE,
          announced + " bytes were announced, " + length + " could be read");
    }
    if (length > 0) {
      return;
    }
    // also beside a Content-Length of 0, which Transfer-Encoding overrides
    if (request.chunked()) {
      throw new RefusalException(
          Rejection.ENTITY_INCOMPLETE,
          "a chunked entity reads as empty: did a filter read it before?");
    }
    // without a length in the headers, an entity that is gone cannot be told from none
    if (announced < 0
        && request.target().multiplexed()
        && request.treatment() != BodyTreatment.UNSIGNED) {
      throw new RefusalException(
          Rejection.ENTITY_INCOMPLETE,
          "an HTTP/2 entity without Content-Length reads as empty: did a filter read it before?");
    }
  }

  /** Without a length in the headers, parts that a filter took leave nothing else behind. */
  private static boolean mayHaveBeenParsed(Admitted admitted) {
    RequestSnapshot request = admitted.request();
    return admitted.announced() < 0
        && request.target().multiplexed()
        && !request.contentTypes().isEmpty();
  }

  private Verified concludeForm(
      Admitted admitted, ReplayableEntity entity, Supplier<Set<String>> parsedElsewhere)
      throws RefusalException {
    if (admitted.request().encoded()) {
      throw new RefusalException(
          Rejection.NOT_COVERED, "the fields of a form with a Content-Encoding are not covered");
    }
    if (entity.length() == 0) {
      requireNoFieldsElsewhere(admitted.request(), parsedElsewhere.get());
      return judge(admitted, new Body.Form(new byte[0]), entity);
    }
    long needed = FormParameters.FACTOR * entity.length();
    Limits limits = settings.limits();
    if (needed > limits.totalMemory()
        || entity.length() > Integer.MAX_VALUE / FormParameters.FACTOR) {
      throw new RefusalException(
          Rejection.BODY_TOO_LARGE,
          "a form of "
              + entity.length()
              + " bytes can never be parsed within mgs.limits.total-memory");
    }
    if (!storage.memory().reserve(needed)) {
      throw new RefusalException(
          Rejection.UNAVAILABLE, "mgs.limits.total-memory is reached, a form cannot be parsed now");
    }
    try {
      return judge(admitted, new Body.Form(entity.bytes()), entity);
    } catch (IOException failed) {
      throw unreadable(failed);
    } finally {
      storage.memory().release(needed);
    }
  }

  /** Names that are in no query came from a body that we never saw, and the resource would see. */
  private void requireNoFieldsElsewhere(RequestSnapshot request, Set<String> parsed)
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

  private byte[] md5(MessageDigest digest, RequestSnapshot request, ReplayableEntity entity)
      throws RefusalException {
    byte[] plain = digest.digest();
    try {
      ContentType contentType = request.contentType();
      Charset charset = ContentMd5.transcodedFrom(contentType, settings.canonicalization());
      return charset == null || entity.length() == 0
          ? plain
          : TranscodedMd5.of(new ReplayStream(entity), charset, digest);
    } catch (MalformedRequestException malformed) {
      throw SignatureJudge.refusalOf(malformed);
    } catch (CharacterCodingException invalid) {
      throw new RefusalException(
          Rejection.PARAMETERS_MALFORMED, "the body is not valid in its declared charset");
    } catch (IOException failed) {
      throw unreadable(failed);
    }
  }

  private RefusalException unreadable(IOException cause) {
    storage
        .faults()
        .met(
            "A kept entity cannot be read again, the request is answered 503: did anything delete or"
                + " cut files in mgs.temp-dir?",
            cause);
    return new RefusalException(Rejection.UNAVAILABLE, "a kept entity cannot be read again");
  }

  private static MessageDigest newMd5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has MD5", impossible);
    }
  }

  /** The stream of an entity, never null. */
  static InputStream orEmpty(@Nullable InputStream stream) {
    return stream == null ? InputStream.nullInputStream() : stream;
  }
}
