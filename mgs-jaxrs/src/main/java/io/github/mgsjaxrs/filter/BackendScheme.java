package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.Limits;
import io.github.mgsjaxrs.MgsSettings;
import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.filter.RequestVerification.Admitted;
import io.github.mgsjaxrs.protocol.Body;
import io.github.mgsjaxrs.protocol.BodyTreatment;
import io.github.mgsjaxrs.protocol.ContentMd5;
import io.github.mgsjaxrs.protocol.MalformedRequestException;
import io.github.mgsjaxrs.protocol.Scheme;
import io.github.mgsjaxrs.protocol.SignedRequest;
import io.github.mgsjaxrs.protocol.Uncovered;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gateway signs for the backends behind it: method, content MD5 and URL. */
final class BackendScheme implements SignatureScheme {

  static final String SIGNATURE_HEADER = "X-Mgs-Proxy-Signature";
  static final String KEY_HEADER = "X-Mgs-Proxy-Signature-Secret-Key";

  /** What has to be remembered of a request before anything can change it. */
  static final List<String> HEADERS = List.of(SIGNATURE_HEADER, KEY_HEADER);

  private static final MessageDigest MD5 = newMd5();

  private final MgsSettings settings;
  private final SignatureJudge judge;
  private final EntityStorage storage;

  BackendScheme(MgsSettings settings, SignatureJudge judge, EntityStorage storage) {
    this.settings = settings;
    this.judge = judge;
    this.storage = storage;
  }

  @Override
  public Scheme name() {
    return Scheme.BACKEND;
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
  public SignatureClaim claim(RequestSnapshot request) throws RefusalException {
    return SignatureHeaders.of(request, SIGNATURE_HEADER, KEY_HEADER, settings.limits().header());
  }

  /** The same of a request outside of any runtime. */
  static SignatureHeaders headers(String signature, String keyId, Limits limits)
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
  public void requireWorthReading(Admitted admitted, Requirement requirement)
      throws RefusalException {
    RequestSnapshot request = admitted.request();
    long announced = admitted.announced();
    if (announced > 0
        && announced <= settings.limits().body()
        && request.treatment() == BodyTreatment.UNSIGNED
        && !judge.explanations().wanted() // what explains the refusal may stand in the body
        && admitted.coverage().refuses(Uncovered.BODY)) {
      SignatureJudge.requireCovered(
          judge.stringToSign(signed(request, new Body.Unsigned(announced))).uncovered(),
          admitted.coverage());
    }
  }

  @Override
  public @Nullable MessageDigest digest(RequestSnapshot request) {
    return request.treatment() == BodyTreatment.HASHED ? fresh(MD5) : null;
  }

  /** A copy of one that took nothing yet costs less than to look for a provider each time. */
  private static MessageDigest fresh(MessageDigest unused) {
    try {
      return (MessageDigest) unused.clone();
    } catch (CloneNotSupportedException ofOtherProvider) {
      return newMd5();
    }
  }

  private static MessageDigest newMd5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has MD5", impossible);
    }
  }

  @Override
  public boolean readsEntity(RequestSnapshot request) {
    return request.treatment() != BodyTreatment.UNSIGNED;
  }

  @Override
  public Verified judge(Admitted admitted, ReplayableEntity entity) throws RefusalException {
    return switch (admitted.request().treatment()) {
      case FORM -> judgeForm(admitted, entity);
      case HASHED ->
          judge(admitted, new Body.Hashed(entity.length(), md5(admitted, entity)), entity);
      case UNSIGNED -> judge(admitted, new Body.Unsigned(entity.length()), entity);
    };
  }

  private Verified judgeForm(Admitted admitted, ReplayableEntity entity) throws RefusalException {
    if (admitted.request().encoded()) {
      throw new RefusalException(
          Rejection.NOT_COVERED, "the fields of a form with a Content-Encoding are not covered");
    }
    long needed = FormParameters.FACTOR * entity.length();
    if (needed > settings.limits().totalMemory()
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
      throw storage.unreadable(failed);
    } finally {
      storage.memory().release(needed);
    }
  }

  private Verified judge(Admitted admitted, Body body, ReplayableEntity entity)
      throws RefusalException {
    SignedRequest request = signed(admitted.request(), body);
    try {
      return judge.judge(request, admitted.claim(), admitted.keys().get(0), admitted.coverage());
    } catch (RefusalException refusal) {
      throw judge.explanations().explained(refusal, admitted, request, entity);
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

  private byte[] md5(Admitted admitted, ReplayableEntity entity) throws RefusalException {
    MessageDigest digest = admitted.digest();
    if (digest == null) {
      throw new IllegalStateException("A body that is hashed was read without a digest");
    }
    byte[] plain = digest.digest();
    try {
      Charset charset =
          ContentMd5.transcodedFrom(admitted.request().contentType(), settings.canonicalization());
      return charset == null || entity.length() == 0
          ? plain
          : TranscodedMd5.of(new ReplayStream(entity), charset, digest);
    } catch (MalformedRequestException malformed) {
      throw SignatureJudge.refusalOf(malformed);
    } catch (CharacterCodingException invalid) {
      throw new RefusalException(
          Rejection.PARAMETERS_MALFORMED, "the body is not valid in its declared charset");
    } catch (IOException failed) {
      throw storage.unreadable(failed);
    }
  }
}
