package io.github.mgsjaxrs.conformance.suite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.wire.Header;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The listed headers of a request of API Gateway that was served, as its resource read them.
 *
 * @param exchange the request and its answer
 * @param read values by names in lower case
 */
record Listed(Exchange exchange, Map<String, String> read) {

  static Listed of(Exchange exchange) {
    Map<String, String> read = new TreeMap<>();
    if (!exchange.request().method().equals("HEAD")) {
      JsonObject listed = exchange.response().json().getJsonObject("listed");
      if (listed != null) {
        listed.keySet().forEach(name -> read.put(name, listed.getString(name)));
      }
    }
    return new Listed(exchange, read);
  }

  /** Asserts that they are those that were sent, without the blanks around them. */
  void isAsSigned() {
    if (!exchange.request().method().equals("HEAD")) {
      isAs(sent());
    }
  }

  /**
   * Asserts that they are these. Some servers read headers in ISO 8859-1, as HTTP once said: what
   * they give is the same bytes.
   */
  void isAs(Map<String, String> expected) {
    Map<String, String> inUtf8 = new TreeMap<>();
    read.forEach((name, value) -> inUtf8.put(name, inUtf8(value, expected.get(name))));
    assertThat(inUtf8).as("%s\n%s", exchange.request(), exchange.response()).isEqualTo(expected);
  }

  private Map<String, String> sent() {
    Map<String, String> sent = new TreeMap<>();
    String list = "";
    for (Header header : exchange.request().headers()) {
      list = header.name().equalsIgnoreCase(ApiGatewayCall.LIST) ? header.value() : list;
    }
    for (String name : list.split(",", -1)) {
      for (Header header : exchange.request().headers()) {
        if (header.name().equalsIgnoreCase(name.strip())) {
          sent.put(name.strip().toLowerCase(Locale.ROOT), header.value().strip());
        }
      }
    }
    return sent;
  }

  private static String inUtf8(String value, @Nullable String expected) {
    return expected != null && value.equals(new String(expected.getBytes(UTF_8), ISO_8859_1))
        ? expected
        : value;
  }
}
