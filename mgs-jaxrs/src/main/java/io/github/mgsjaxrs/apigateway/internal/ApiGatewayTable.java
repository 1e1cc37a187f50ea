package io.github.mgsjaxrs.apigateway.internal;

import io.github.mgsjaxrs.apigateway.ApiGatewaySettings;
import io.github.mgsjaxrs.apigateway.protocol.HeaderCharset;
import io.github.mgsjaxrs.apigateway.protocol.HeaderLimits;
import io.github.mgsjaxrs.apigateway.protocol.HeaderOrder;
import io.github.mgsjaxrs.internal.settings.Form;
import io.github.mgsjaxrs.internal.settings.Quantity;
import io.github.mgsjaxrs.internal.settings.SettingDefault;
import io.github.mgsjaxrs.internal.settings.SettingTable;
import io.github.mgsjaxrs.internal.url.CanonicalTable;
import java.util.List;
import java.util.Set;

/** {@code mgs.apigateway.*}. */
final class ApiGatewayTable {

  /** What the names start with of the settings of the URL. */
  static final String CANONICAL = "mgs.apigateway.canonical";

  private static final SettingTable<HeaderLimits> LIMITS =
      SettingTable.of("mgs.apigateway.limits", () -> HeaderLimits.DEFAULT)
          .with(
              "headers",
              Quantity.count(0, HeaderLimits.MOST_HEADERS),
              HeaderLimits::headers,
              HeaderLimits::withHeaders,
              "how many headers a request may list")
          .with(
              "name",
              Quantity.count(1, HeaderLimits.LONGEST_NAME),
              HeaderLimits::name,
              HeaderLimits::withName,
              "longest name in that list, in characters")
          .with(
              "values",
              Quantity.fewBytes(0, HeaderLimits.MOST_CHARACTERS),
              HeaderLimits::values,
              HeaderLimits::withValues,
              "the values of all signed headers together");

  static final SettingTable<ApiGatewaySettings> TABLE =
      SettingTable.of("mgs.apigateway", () -> ApiGatewaySettings.DEFAULT)
          .withList(
              "required-headers",
              Form.text(ApiGatewayTable::name),
              SettingDefault.NONE,
              (found, names) -> found.withRequiredHeaders(Set.copyOf(names)),
              "headers that have to be signed in each request, with commas between: one that does not"
                  + " list or send them is refused")
          .with(
              "header-order",
              Form.words(HeaderOrder.class),
              ApiGatewaySettings::headerOrder,
              ApiGatewaySettings::withHeaderOrder,
              "signed headers are sorted by their names as they are listed; `lower-case`: by those in"
                  + " lower case")
          .with(
              "header-charset",
              Form.words(HeaderCharset.class),
              ApiGatewaySettings::headerCharset,
              ApiGatewaySettings::withHeaderCharset,
              "a signed header with other characters is refused; `iso-8859-1`, `utf-8`: how the"
                  + " server reads headers, which are signed as UTF-8")
          .with(
              CanonicalTable.of(CANONICAL, ApiGatewaySettings.DEFAULT.canonicalization()),
              ApiGatewaySettings::withCanonicalization)
          .with(LIMITS, ApiGatewaySettings::withLimits);

  private ApiGatewayTable() {}

  private static String name(String name) {
    ApiGatewaySettings.names(List.of(name));
    return name;
  }
}
