package io.github.mgsjaxrs.apigateway.internal;

import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.apigateway.ApiGatewaySettings;
import io.github.mgsjaxrs.apigateway.internal.diagnosis.ApiGatewayHeaderVariations;
import io.github.mgsjaxrs.apigateway.protocol.ApiGatewayHeaders;
import io.github.mgsjaxrs.apigateway.protocol.ApiGatewayText;
import io.github.mgsjaxrs.apigateway.protocol.SignedHeaders;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.scheme.Admitted;
import io.github.mgsjaxrs.internal.scheme.NeededHeaders;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import io.github.mgsjaxrs.internal.scheme.SchemeContext;
import io.github.mgsjaxrs.internal.scheme.SignatureHeaders;
import io.github.mgsjaxrs.internal.url.TextReadings;
import io.github.mgsjaxrs.internal.url.UrlScheme;
import io.github.mgsjaxrs.internal.url.diagnosis.UrlMismatch;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What API Gateway signs for the backends behind it: what MGS does, and the headers it lists. */
final class ApiGatewayScheme extends UrlScheme<ApiGatewayClaim> {

  private final ApiGatewaySettings settings;

  ApiGatewayScheme(ApiGatewaySettings settings, SchemeContext context) {
    super(Scheme.API_GATEWAY, settings.canonicalization(), context);
    this.settings = settings;
  }

  @Override
  public List<String> headerNames() {
    return ApiGatewayHeaders.NAMES;
  }

  @Override
  public String listingHeader() {
    return ApiGatewayHeaders.LIST;
  }

  @Override
  public @Nullable Rejected unsigned(RequestSnapshot request) {
    return SignatureHeaders.absent(
        request.signing().of(ApiGatewayHeaders.SIGNATURE),
        Rejection.SIGNATURE_MISSING,
        ApiGatewayHeaders.SIGNATURE);
  }

  @Override
  public ApiGatewayClaim claim(RequestSnapshot request) throws RefusalException {
    int longest = limits().header();
    SignatureHeaders headers =
        SignatureHeaders.of(request, ApiGatewayHeaders.SIGNATURE, ApiGatewayHeaders.KEY, longest);
    List<String> lists = request.signing().of(ApiGatewayHeaders.LIST);
    SignatureHeaders.requireOnce(lists, ApiGatewayHeaders.LIST);
    if (!lists.isEmpty()) {
      SignatureHeaders.requireShort(lists.get(0), longest, ApiGatewayHeaders.LIST);
    }
    try {
      return new ApiGatewayClaim(headers.signature(), headers.keyId(), signed(request, settings));
    } catch (MalformedRequestException malformed) {
      throw RefusalException.of(malformed);
    }
  }

  /** The headers that a request has signed. */
  static SignedHeaders signed(RequestSnapshot request, ApiGatewaySettings settings)
      throws MalformedRequestException {
    List<String> lists = request.signing().of(ApiGatewayHeaders.LIST);
    return SignedHeaders.of(
        lists.isEmpty() ? null : lists.get(0),
        request.signing()::listed,
        settings.headerOrder(),
        settings.headerCharset(),
        settings.limits());
  }

  @Override
  public void requireWorthReading(
      Admitted<ApiGatewayClaim, TextKey> admitted, Requirement requirement)
      throws RefusalException {
    Set<String> signed = admitted.claim().headers().names();
    NeededHeaders.requireRequired(settings.requiredHeaders(), signed);
    requirement.headers().requireSigned(signed, admitted.coverage());
    super.requireWorthReading(admitted, requirement);
  }

  @Override
  protected TextReadings text(SignedRequest request, ApiGatewayClaim claim)
      throws MalformedRequestException {
    ApiGatewayText text =
        ApiGatewayText.of(
            request, claim.headers(), settings.canonicalization(), limits().parameters());
    return new TextReadings(text, List.of(text.text()));
  }

  @Override
  protected int moreCharacters(ApiGatewayClaim claim) {
    return claim.headers().text().length();
  }

  @Override
  protected Diagnosis diagnosis(
      Admitted<ApiGatewayClaim, TextKey> admitted, SignedRequest signed, byte @Nullable [] entity) {
    SignedHeaders headers = admitted.claim().headers();
    return new UrlMismatch(
            signed,
            Optional.ofNullable(entity),
            admitted.claim().signature(),
            admitted.keyId(),
            admitted.key(),
            context().keys().known(TextKey.class),
            new UrlMismatch.Headers(
                headers.text(), ApiGatewayHeaderVariations.of(headers, settings.headerOrder())),
            ApiGatewayTable.CANONICAL,
            settings.canonicalization(),
            admitted.coverage(),
            limits().parameters())
        .diagnose();
  }
}
