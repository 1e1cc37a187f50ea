package io.github.mgsjaxrs.internal.url;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.backend.protocol.Body;
import io.github.mgsjaxrs.backend.protocol.BodyTreatment;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.ContentMd5;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.internal.crypto.JdkDigest;
import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.FormParameters;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayStream;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.entity.TranscodedMd5;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.scheme.Admitted;
import io.github.mgsjaxrs.internal.scheme.ProblemResponse;
import io.github.mgsjaxrs.internal.scheme.RejectionResponse;
import io.github.mgsjaxrs.internal.scheme.RequiredCoverage;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import io.github.mgsjaxrs.internal.scheme.SchemeContext;
import io.github.mgsjaxrs.internal.scheme.SignatureClaim;
import io.github.mgsjaxrs.internal.scheme.SignatureScheme;
import io.github.mgsjaxrs.request.MalformedRequestException;
import io.github.mgsjaxrs.settings.Limits;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A gateway that signs method, content MD5 and URL for the backends behind it: what it makes of
 * bodies and forms. What it signs besides is the subclass's.
 *
 * @param <C> what its requests say of their signature
 */
public abstract class UrlScheme<C extends SignatureClaim> implements SignatureScheme<C, TextKey> {

  private final Scheme name;
  private final Canonicalization canonicalization;
  private final SchemeContext context;
  private final EntityStorage storage;
  private final TextVerification verification;
  private final RejectionResponse responses;

  /**
   * One of a verifier.
   *
   * @param name which one
   * @param canonicalization how the URL is written
   * @param context what all schemes share
   */
  protected UrlScheme(Scheme name, Canonicalization canonicalization, SchemeContext context) {
    this.name = name;
    this.canonicalization = canonicalization;
    this.context = context;
    this.storage = context.storage();
    this.verification = new TextVerification(context.explanations());
    this.responses = new ProblemResponse(name, context.details());
  }

  /**
   * Rebuilds what was signed.
   *
   * @param request the request as it was sent
   * @param claim what it says of its signature
   * @return the text
   * @throws MalformedRequestException if there is none
   */
  protected abstract TextReadings text(SignedRequest request, C claim)
      throws MalformedRequestException;

  /**
   * Looks for what would have made a signature match.
   *
   * @param admitted the request
   * @param signed what a text has of it
   * @param entity the bytes of its entity, or null where they are not at hand
   * @return what was found
   */
  protected abstract Diagnosis diagnosis(
      Admitted<C, TextKey> admitted, SignedRequest signed, byte @Nullable [] entity);

  /**
   * How long the text is besides method, content MD5 and URL.
   *
   * @param claim what a request says of its signature
   * @return characters
   */
  protected int moreCharacters(C claim) {
    return 0;
  }

  protected final Limits limits() {
    return context.limits();
  }

  protected final SchemeContext context() {
    return context;
  }

  @Override
  public final Scheme name() {
    return name;
  }

  @Override
  public final Class<TextKey> keyType() {
    return TextKey.class;
  }

  @Override
  public final RejectionResponse responses() {
    return responses;
  }

  /** A body that is announced and not covered need not be read to be refused. */
  @Override
  public void requireWorthReading(Admitted<C, TextKey> admitted, Requirement requirement)
      throws RefusalException {
    RequestSnapshot request = admitted.request();
    long announced = admitted.announced();
    if (announced > 0
        && announced <= limits().body()
        && UrlRequest.treatment(request) == BodyTreatment.UNSIGNED
        && !context.explanations().wanted() // what explains the refusal may stand in the body
        && admitted.coverage().refuses(Uncovered.BODY)) {
      SignedRequest signed = UrlRequest.of(request, new Body.Unsigned(announced));
      RequiredCoverage.requireCovered(
          readings(signed, admitted.claim()).text().uncovered(), admitted.coverage());
    }
  }

  @Override
  public final @Nullable MessageDigest digest(RequestSnapshot request) {
    return UrlRequest.treatment(request) == BodyTreatment.HASHED ? JdkDigest.MD5.fresh() : null;
  }

  @Override
  public final boolean readsEntity(RequestSnapshot request) {
    return UrlRequest.treatment(request) != BodyTreatment.UNSIGNED;
  }

  @Override
  public final Verified verify(Admitted<C, TextKey> admitted, ReplayableEntity entity)
      throws RefusalException {
    return switch (UrlRequest.treatment(admitted.request())) {
      case FORM -> verifyForm(admitted, entity);
      case HASHED ->
          verify(admitted, new Body.Hashed(entity.length(), md5(admitted, entity)), entity);
      case UNSIGNED -> verify(admitted, new Body.Unsigned(entity.length()), entity);
    };
  }

  private Verified verifyForm(Admitted<C, TextKey> admitted, ReplayableEntity entity)
      throws RefusalException {
    if (admitted.request().encoded()) {
      throw new RefusalException(
          Rejection.NOT_COVERED, "the fields of a form with a Content-Encoding are not covered");
    }
    long needed = FormParameters.FACTOR * entity.length();
    if (needed > limits().totalMemory()
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
      return verify(admitted, new Body.Form(entity.bytes()), entity);
    } catch (IOException failed) {
      throw storage.unreadable(failed);
    } finally {
      storage.memory().release(needed);
    }
  }

  private Verified verify(Admitted<C, TextKey> admitted, Body body, ReplayableEntity entity)
      throws RefusalException {
    SignedRequest signed = UrlRequest.of(admitted.request(), body);
    try {
      return verification.verify(
          readings(signed, admitted.claim()),
          admitted.claim(),
          admitted.keys().get(0),
          admitted.coverage());
    } catch (RefusalException refusal) {
      throw explained(refusal, admitted, signed, entity);
    }
  }

  private TextReadings readings(SignedRequest signed, C claim) throws RefusalException {
    try {
      return text(signed, claim);
    } catch (MalformedRequestException malformed) {
      throw RefusalException.of(malformed);
    }
  }

  private RefusalException explained(
      RefusalException refusal,
      Admitted<C, TextKey> admitted,
      SignedRequest signed,
      ReplayableEntity entity) {
    return switch (refusal.rejected().rejection()) {
      case SIGNATURE_MISMATCH, NOT_COVERED, PARAMETERS_MALFORMED ->
          context
              .explanations()
              .explained(
                  refusal,
                  entity,
                  characters(signed) + moreCharacters(admitted.claim()),
                  bytes -> diagnosis(admitted, signed, bytes));
      default -> refusal;
    };
  }

  private static long characters(SignedRequest request) {
    long query = request.query() == null ? 0 : request.query().length();
    long form = request.body() instanceof Body.Form fields ? fields.length() : 0;
    return request.path().length() + query + form;
  }

  @Override
  public final @Nullable Charset formCharset(RequestSnapshot request) throws RefusalException {
    if (!request.contentType().isForm()) {
      return null;
    }
    try {
      return canonicalization.formCharset(request.contentType());
    } catch (MalformedRequestException malformed) {
      throw RefusalException.of(malformed);
    }
  }

  private byte[] md5(Admitted<C, TextKey> admitted, ReplayableEntity entity)
      throws RefusalException {
    MessageDigest digest = admitted.digest();
    if (digest == null) {
      throw new IllegalStateException("A body that is hashed was read without a digest");
    }
    byte[] plain = digest.digest();
    try {
      Charset charset =
          ContentMd5.transcodedFrom(admitted.request().contentType(), canonicalization);
      return charset == null || entity.length() == 0
          ? plain
          : TranscodedMd5.of(new ReplayStream(entity), charset, digest);
    } catch (MalformedRequestException malformed) {
      throw RefusalException.of(malformed);
    } catch (CharacterCodingException invalid) {
      throw new RefusalException(
          Rejection.PARAMETERS_MALFORMED, "the body is not valid in its declared charset");
    } catch (IOException failed) {
      throw storage.unreadable(failed);
    }
  }
}
