package io.github.mgsjaxrs.backend.internal;

import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.backend.protocol.StringToSign;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.scheme.Admitted;
import io.github.mgsjaxrs.internal.scheme.SchemeContext;
import io.github.mgsjaxrs.internal.scheme.SignatureHeaders;
import io.github.mgsjaxrs.internal.url.TextReadings;
import io.github.mgsjaxrs.internal.url.UrlScheme;
import io.github.mgsjaxrs.internal.url.diagnosis.UrlMismatch;
import io.github.mgsjaxrs.request.MalformedRequestException;
import io.github.mgsjaxrs.settings.Limits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the gateway signs for the backends behind it: method, content MD5 and URL. */
public final class BackendScheme extends UrlScheme<SignatureHeaders> {

  public static final String SIGNATURE_HEADER = "X-Mgs-Proxy-Signature";
  public static final String KEY_HEADER = "X-Mgs-Proxy-Signature-Secret-Key";

  /** What has to be remembered of a request before anything can change it. */
  public static final List<String> HEADERS = List.of(SIGNATURE_HEADER, KEY_HEADER);

  private final Canonicalization canonicalization;

  public BackendScheme(Canonicalization canonicalization, SchemeContext context) {
    super(Scheme.BACKEND, canonicalization, context);
    this.canonicalization = canonicalization;
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
    return SignatureHeaders.of(request, SIGNATURE_HEADER, KEY_HEADER, limits().header());
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

  @Override
  protected TextReadings text(SignedRequest request, SignatureHeaders claim)
      throws MalformedRequestException {
    return text(request, canonicalization, limits().parameters());
  }

  /** The text of any request. */
  static TextReadings text(SignedRequest request, Canonicalization choices, int maxParameters)
      throws MalformedRequestException {
    StringToSign text = StringToSign.of(request, choices, maxParameters);
    return new TextReadings(text, text.readings());
  }

  @Override
  protected Diagnosis diagnosis(
      Admitted<SignatureHeaders, TextKey> admitted,
      SignedRequest signed,
      byte @Nullable [] entity) {
    return new UrlMismatch(
            signed,
            Optional.ofNullable(entity),
            admitted.claim().signature(),
            admitted.keyId(),
            admitted.key(),
            context().keys().known(TextKey.class),
            UrlMismatch.Headers.NONE,
            BackendSlice.CANONICAL,
            canonicalization,
            admitted.coverage(),
            limits().parameters())
        .diagnose();
  }
}
