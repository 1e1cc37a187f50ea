package io.github.mgsjaxrs.backend.internal;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.backend.internal.diagnosis.BackendMismatch;
import io.github.mgsjaxrs.backend.protocol.Body;
import io.github.mgsjaxrs.backend.protocol.BodyTreatment;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.ContentMd5;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.internal.crypto.JdkDigest;
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
import io.github.mgsjaxrs.internal.scheme.SignatureHeaders;
import io.github.mgsjaxrs.internal.scheme.SignatureScheme;
import io.github.mgsjaxrs.request.MalformedRequestException;
import io.github.mgsjaxrs.settings.Limits;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the gateway signs for the backends behind it: method, content MD5 and URL. */
public final class BackendScheme implements SignatureScheme<SignatureHeaders, TextKey> {

  public static final String SIGNATURE_HEADER = "X-Mgs-Proxy-Signature";
  public static final String KEY_HEADER = "X-Mgs-Proxy-Signature-Secret-Key";

  /** What has to be remembered of a request before anything can change it. */
  public static final List<String> HEADERS = List.of(SIGNATURE_HEADER, KEY_HEADER);

  private final Canonicalization canonicalization;
  private final SchemeContext context;
  private final Limits limits;
  private final EntityStorage storage;
  private final BackendVerification verification;
  private final RejectionResponse responses;

  public BackendScheme(Canonicalization canonicalization, SchemeContext context) {
    this.canonicalization = canonicalization;
    this.context = context;
    this.limits = context.limits();
    this.storage = context.storage();
    this.verification = new BackendVerification(canonicalization, context);
    this.responses = new ProblemResponse(Scheme.BACKEND, context.details());
  }

  @Override
  public Scheme name() {
    return Scheme.BACKEND;
  }

  @Override
  public Class<TextKey> keyType() {
    return TextKey.class;
  }

  @Override
  public RejectionResponse responses() {
    return responses;
  }

  @Override
  public List<String> headerNames() {
    return HEADERS;
  }

  @Override
  public @Nullable Rejected unsigned(RequestSnapshot request) {
    return SignatureHeaders.absent(
        request.signing().of(SIGNATURE_HEADER), Rejection.SIGNATURE_MISSING, SIGNATURE_HEADER);
  }

  @Override
  public SignatureHeaders claim(RequestSnapshot request) throws RefusalException {
    return SignatureHeaders.of(request, SIGNATURE_HEADER, KEY_HEADER, limits.header());
  }

  /** The same of a request outside of any runtime. */
  public static SignatureHeaders headers(String signature, String keyId, Limits limits)
      throws RefusalException {
    SignatureHeaders.requirePresent(
        List.of(signature), Rejection.SIGNATURE_MISSING, SIGNATURE_HEADER);
    SignatureHeaders.requirePresent(List.of(keyId), Rejection.KEY_ID_MISSING, KEY_HEADER);
    SignatureHeaders.requireShort(signature, limits.header(), SIGNATURE_HEADER);
    SignatureHeaders.requireShort(keyId, limits.header(), KEY_HEADER);
    return new SignatureHeaders(signature, keyId);
  }

  /** A body that is announced and not covered need not be read to be refused. */
  @Override
  public void requireWorthReading(
      Admitted<SignatureHeaders, TextKey> admitted, Requirement requirement)
      throws RefusalException {
    RequestSnapshot request = admitted.request();
    long announced = admitted.announced();
    if (announced > 0
        && announced <= limits.body()
        && treatment(request) == BodyTreatment.UNSIGNED
        && !context.explanations().wanted() // what explains the refusal may stand in the body
        && admitted.coverage().refuses(Uncovered.BODY)) {
      RequiredCoverage.requireCovered(
          verification.stringToSign(signed(request, new Body.Unsigned(announced))).uncovered(),
          admitted.coverage());
    }
  }

  @Override
  public @Nullable MessageDigest digest(RequestSnapshot request) {
    return treatment(request) == BodyTreatment.HASHED ? JdkDigest.MD5.fresh() : null;
  }

  @Override
  public boolean readsEntity(RequestSnapshot request) {
    return treatment(request) != BodyTreatment.UNSIGNED;
  }

  @Override
  public Verified verify(Admitted<SignatureHeaders, TextKey> admitted, ReplayableEntity entity)
      throws RefusalException {
    return switch (treatment(admitted.request())) {
      case FORM -> verifyForm(admitted, entity);
      case HASHED ->
          verify(admitted, new Body.Hashed(entity.length(), md5(admitted, entity)), entity);
      case UNSIGNED -> verify(admitted, new Body.Unsigned(entity.length()), entity);
    };
  }

  private Verified verifyForm(Admitted<SignatureHeaders, TextKey> admitted, ReplayableEntity entity)
      throws RefusalException {
    if (admitted.request().encoded()) {
      throw new RefusalException(
          Rejection.NOT_COVERED, "the fields of a form with a Content-Encoding are not covered");
    }
    long needed = FormParameters.FACTOR * entity.length();
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
      return verify(admitted, new Body.Form(entity.bytes()), entity);
    } catch (IOException failed) {
      throw storage.unreadable(failed);
    } finally {
      storage.memory().release(needed);
    }
  }

  private Verified verify(
      Admitted<SignatureHeaders, TextKey> admitted, Body body, ReplayableEntity entity)
      throws RefusalException {
    SignedRequest request = signed(admitted.request(), body);
    try {
      return verification.verify(
          request, admitted.claim(), admitted.keys().get(0), admitted.coverage());
    } catch (RefusalException refusal) {
      throw explained(refusal, admitted, request, entity);
    }
  }

  private RefusalException explained(
      RefusalException refusal,
      Admitted<SignatureHeaders, TextKey> admitted,
      SignedRequest request,
      ReplayableEntity entity) {
    return switch (refusal.rejected().rejection()) {
      case SIGNATURE_MISMATCH, NOT_COVERED, PARAMETERS_MALFORMED ->
          context
              .explanations()
              .explained(
                  refusal,
                  entity,
                  characters(request),
                  bytes -> mismatch(admitted, request, bytes).diagnose());
      default -> refusal;
    };
  }

  private static long characters(SignedRequest request) {
    long query = request.query() == null ? 0 : request.query().length();
    long form = request.body() instanceof Body.Form fields ? fields.length() : 0;
    return request.path().length() + query + form;
  }

  private BackendMismatch mismatch(
      Admitted<SignatureHeaders, TextKey> admitted,
      SignedRequest request,
      byte @Nullable [] entity) {
    return new BackendMismatch(
        request,
        Optional.ofNullable(entity),
        admitted.claim().signature(),
        admitted.keyId(),
        admitted.key(),
        context.keys().known(TextKey.class),
        canonicalization,
        admitted.coverage(),
        limits.parameters());
  }

  @Override
  public @Nullable Charset formCharset(RequestSnapshot request) throws RefusalException {
    if (!request.contentType().isForm()) {
      return null;
    }
    try {
      return canonicalization.formCharset(request.contentType());
    } catch (MalformedRequestException malformed) {
      throw RefusalException.of(malformed);
    }
  }

  public static BodyTreatment treatment(RequestSnapshot request) {
    return BodyTreatment.of(request.method(), request.contentType());
  }

  private static SignedRequest signed(RequestSnapshot request, Body body) {
    return new SignedRequest(
        request.method(),
        request.target().path(),
        request.target().query(),
        request.contentType(),
        body);
  }

  private byte[] md5(Admitted<SignatureHeaders, TextKey> admitted, ReplayableEntity entity)
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
