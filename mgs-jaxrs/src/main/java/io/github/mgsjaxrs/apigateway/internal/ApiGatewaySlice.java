package io.github.mgsjaxrs.apigateway.internal;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.apigateway.ApiGatewaySettings;
import io.github.mgsjaxrs.apigateway.crypto.ApiGatewayKey;
import io.github.mgsjaxrs.apigateway.protocol.ApiGatewayHeaders;
import io.github.mgsjaxrs.apigateway.protocol.ApiGatewayText;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.scheme.CapturedRequest;
import io.github.mgsjaxrs.internal.scheme.MarkMeaning;
import io.github.mgsjaxrs.internal.scheme.RequestVerification;
import io.github.mgsjaxrs.internal.scheme.SchemeContext;
import io.github.mgsjaxrs.internal.scheme.SchemeSlice;
import io.github.mgsjaxrs.internal.scheme.WrittenText;
import io.github.mgsjaxrs.internal.settings.SettingTable;
import io.github.mgsjaxrs.internal.url.CanonicalTable;
import io.github.mgsjaxrs.internal.url.UrlRequest;
import io.github.mgsjaxrs.request.MalformedRequestException;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.settings.SchemeSettings;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Alibaba Cloud API Gateway signs for the backends behind it.
 *
 * @param settings how its requests are verified
 */
public record ApiGatewaySlice(ApiGatewaySettings settings) implements SchemeSlice {

  /** As it is shipped. */
  public ApiGatewaySlice() {
    this(ApiGatewaySettings.DEFAULT);
  }

  @Override
  public SchemeSlice with(SchemeSettings other) {
    return new ApiGatewaySlice(SchemeSlice.own(ApiGatewaySettings.class, other));
  }

  @Override
  public SettingTable<ApiGatewaySettings> table() {
    return ApiGatewayTable.TABLE;
  }

  @Override
  public List<String> withoutEffect(Coverage coverage) {
    return CanonicalTable.withoutEffect(
        ApiGatewayTable.CANONICAL, settings.canonicalization(), coverage);
  }

  @Override
  public MarkMeaning<?> mark() {
    return new ApiGatewayMark();
  }

  @Override
  public String signer() {
    return "API Gateway";
  }

  @Override
  public String signed() {
    return "what API Gateway signs";
  }

  /** Bodies are in the charset of its own settings, which are another gateway's than MGS. */
  @Override
  public RequestVerification<?, ?> verification(SchemeContext context) {
    SchemeContext own = context.withCharset(settings.canonicalization().charset());
    return new RequestVerification<>(own, new ApiGatewayScheme(settings, own));
  }

  @Override
  public VerificationKey key(SignatureAlgorithm algorithm, byte[] secret) {
    return ApiGatewayKey.of(secret);
  }

  @Override
  public boolean recognizes(CapturedRequest request, Limits limits) {
    return ApiGatewayHeaders.NAMES.stream().anyMatch(request::has);
  }

  @Override
  public @Nullable WrittenText text(RequestSnapshot request, byte[] body, SchemeContext context) {
    try {
      ApiGatewayText text =
          ApiGatewayText.of(
              UrlRequest.of(request, body, settings.canonicalization()),
              ApiGatewayScheme.signed(request, settings),
              settings.canonicalization(),
              context.limits().parameters());
      return new WrittenText(text, text::text);
    } catch (MalformedRequestException | IOException unreadable) {
      return null;
    }
  }
}
