package io.github.mgsjaxrs.apigateway;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.apigateway.protocol.ApiGatewayHeaders;
import io.github.mgsjaxrs.apigateway.protocol.HeaderCharset;
import io.github.mgsjaxrs.apigateway.protocol.HeaderLimits;
import io.github.mgsjaxrs.apigateway.protocol.HeaderOrder;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.EmptyBody;
import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.internal.request.HeaderNames;
import io.github.mgsjaxrs.settings.SchemeSettings;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * How requests are read and checked that Alibaba Cloud API Gateway signed ({@code
 * mgs.apigateway.*}).
 *
 * <p>The text, its headers and the algorithm are documented (API Gateway, "Backend signature", and
 * the sample that it names). What is not is a choice of these settings.
 *
 * <pre>{@code
 * ApiGatewaySettings settings =
 *     ApiGatewaySettings.DEFAULT.withRequiredHeaders(Set.of("X-Ca-Client-Ip"));
 * }</pre>
 *
 * @param canonicalization how the URL is written ({@code mgs.apigateway.canonical.*}); its empty
 *     body is always {@link EmptyBody#UNSIGNED}, as that is documented
 * @param headerOrder in which order signed headers are written ({@code
 *     mgs.apigateway.header-order})
 * @param headerCharset how the server reads headers ({@code mgs.apigateway.header-charset})
 * @param requiredHeaders what each request has to list and to send ({@code
 *     mgs.apigateway.required-headers}); in lower case, in alphabetical order
 * @param limits how many headers may be signed, and how long ({@code mgs.apigateway.limits.*})
 */
public record ApiGatewaySettings(
    Canonicalization canonicalization,
    HeaderOrder headerOrder,
    HeaderCharset headerCharset,
    Set<String> requiredHeaders,
    HeaderLimits limits)
    implements SchemeSettings {

  /** What is documented, and what a gateway would do that is written as its sample is. */
  public static final ApiGatewaySettings DEFAULT =
      new ApiGatewaySettings(
          Canonicalization.DEFAULT,
          HeaderOrder.AS_LISTED,
          HeaderCharset.US_ASCII,
          Set.of(),
          HeaderLimits.DEFAULT);

  /**
   * Checks the names.
   *
   * @throws MgsConfigurationException if a required header has no name of one, or is the signature
   *     or the list, which no signature is of
   */
  public ApiGatewaySettings {
    canonicalization = canonicalization.toBuilder().emptyBody(EmptyBody.UNSIGNED).build();
    Objects.requireNonNull(headerOrder, "headerOrder");
    Objects.requireNonNull(headerCharset, "headerCharset");
    requiredHeaders = names(requiredHeaders);
    Objects.requireNonNull(limits, "limits");
  }

  @Override
  public Scheme scheme() {
    return Scheme.API_GATEWAY;
  }

  /**
   * Names of headers that can be required.
   *
   * @param names in any case
   * @return the same in lower case, in alphabetical order
   * @throws MgsConfigurationException if one can never be signed
   */
  public static Set<String> names(Collection<String> names) {
    Set<String> checked = new TreeSet<>();
    for (String name : names) {
      String compared = HeaderNames.lowerCase(name);
      if (!HeaderNames.isToken(name) || !ApiGatewayHeaders.maySign(compared)) {
        throw new MgsConfigurationException(
            "'"
                + Escaping.oneLine(name)
                + "' is required to be signed, and no signature is of it: name headers such as"
                + " X-Ca-Client-Ip");
      }
      checked.add(compared);
    }
    return Collections.unmodifiableSet(checked);
  }

  /**
   * Sets {@code mgs.apigateway.canonical.*}.
   *
   * @param choices how the URL is written
   * @return settings with this value
   */
  public ApiGatewaySettings withCanonicalization(Canonicalization choices) {
    return new ApiGatewaySettings(choices, headerOrder, headerCharset, requiredHeaders, limits);
  }

  /**
   * Sets {@code mgs.apigateway.header-order}.
   *
   * @param order in which order signed headers are written
   * @return settings with this value
   */
  public ApiGatewaySettings withHeaderOrder(HeaderOrder order) {
    return new ApiGatewaySettings(canonicalization, order, headerCharset, requiredHeaders, limits);
  }

  /**
   * Sets {@code mgs.apigateway.header-charset}.
   *
   * @param charset how the server reads headers
   * @return settings with this value
   */
  public ApiGatewaySettings withHeaderCharset(HeaderCharset charset) {
    return new ApiGatewaySettings(canonicalization, headerOrder, charset, requiredHeaders, limits);
  }

  /**
   * Sets {@code mgs.apigateway.required-headers}.
   *
   * @param names what each request has to list and to send, in any case
   * @return settings with this value
   */
  public ApiGatewaySettings withRequiredHeaders(Set<String> names) {
    return new ApiGatewaySettings(canonicalization, headerOrder, headerCharset, names, limits);
  }

  /**
   * Sets {@code mgs.apigateway.limits.*}.
   *
   * @param bounds how many headers may be signed, and how long
   * @return settings with this value
   */
  public ApiGatewaySettings withLimits(HeaderLimits bounds) {
    return new ApiGatewaySettings(
        canonicalization, headerOrder, headerCharset, requiredHeaders, bounds);
  }
}
