package io.github.mgsjaxrs.rpc.internal;

import io.github.mgsjaxrs.internal.settings.Form;
import io.github.mgsjaxrs.internal.settings.Quantity;
import io.github.mgsjaxrs.internal.settings.SettingTable;
import io.github.mgsjaxrs.rpc.RpcSettings;
import io.github.mgsjaxrs.rpc.crypto.HmacEncoding;
import io.github.mgsjaxrs.rpc.crypto.RpcParameters;
import io.github.mgsjaxrs.rpc.protocol.RpcHeaders;
import io.github.mgsjaxrs.rpc.protocol.RpcTemplate;
import io.github.mgsjaxrs.rpc.protocol.RpcTimestamp.Notation;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** {@code mgs.rpc.*}. */
public final class RpcTable {

  private static final Form<String> HEADER_NAME = Form.text(RpcTable::headerName);

  private static final SettingTable<HeaderNames> HEADERS =
      SettingTable.of("mgs.rpc.header", HeaderNames::new)
          .with(
              "app-id",
              HEADER_NAME,
              names -> names.appId,
              HeaderNames::appId,
              "the header that names the key")
          .with(
              "timestamp",
              HEADER_NAME,
              names -> names.timestamp,
              HeaderNames::timestamp,
              "the header with the time")
          .with(
              "signature",
              HEADER_NAME,
              names -> names.signature,
              HeaderNames::signature,
              "the header with the signature")
          .with(
              "sign-type",
              HEADER_NAME,
              names -> names.signType,
              HeaderNames::signType,
              "`0` or `md5`, `1` or `hmac-sha1`: has to be the key's")
          .with(
              "operation-type",
              HEADER_NAME,
              names -> names.operationType,
              HeaderNames::operationType,
              "the header that says what is called");

  public static final SettingTable<RpcSettings> TABLE =
      SettingTable.of("mgs.rpc", () -> RpcSettings.DEFAULT)
          .with(
              "window",
              Quantity.duration(Duration.ofSeconds(1), Duration.ofHours(24)),
              RpcSettings::window,
              RpcSettings::withWindow,
              "how far a client's timestamp may lie before or behind now; `PT1S` to `PT24H`")
          .with(
              "timestamp",
              Form.words(Notation.class),
              RpcSettings::timestamp,
              RpcSettings::withTimestamp,
              "`decimal` milliseconds, `base64` (`0-9A-Za-z+/`), either")
          .with(
              "text",
              Form.exactText(RpcTemplate::of, RpcTemplate::toString),
              RpcSettings::text,
              RpcSettings::withText,
              "what a client signs; each of the three exactly once")
          .with(
              "md5-text",
              Form.EXACT_TEXT,
              found -> found.signature().md5Text(),
              (found, text) ->
                  found.withSignature(new RpcParameters(text, found.signature().hmacEncoding())),
              "what `RPC_MD5` is computed over; both exactly once")
          .with(
              "hmac-encoding",
              Form.words(HmacEncoding.class),
              found -> found.signature().hmacEncoding(),
              (found, encoding) ->
                  found.withSignature(new RpcParameters(found.signature().md5Text(), encoding)),
              "of `RPC_HMAC_SHA1`: `hex`, `base64`, either")
          .with(
              "sign-type",
              Form.words(Map.of("required", true, "optional", false)),
              RpcSettings::signTypeRequired,
              RpcSettings::withSignTypeRequired,
              "`optional`: without `signType` the key alone says the algorithm")
          .with(HEADERS, (found, names) -> found.withHeaders(names.checked()));

  private RpcTable() {}

  /** A name that may be one, beside four that nobody uses. */
  private static String headerName(String name) {
    Function<Integer, String> other = number -> name + "-" + number;
    return new RpcHeaders(name, other.apply(1), other.apply(2), other.apply(3), other.apply(4))
        .appId();
  }

  /** The names as far as they are read: only together, as two may have changed places. */
  private static final class HeaderNames {
    private String appId = RpcHeaders.DEFAULT.appId();
    private String timestamp = RpcHeaders.DEFAULT.timestamp();
    private String signature = RpcHeaders.DEFAULT.signature();
    private String signType = RpcHeaders.DEFAULT.signType();
    private String operationType = RpcHeaders.DEFAULT.operationType();

    private HeaderNames appId(String name) {
      this.appId = name;
      return this;
    }

    private HeaderNames timestamp(String name) {
      this.timestamp = name;
      return this;
    }

    private HeaderNames signature(String name) {
      this.signature = name;
      return this;
    }

    private HeaderNames signType(String name) {
      this.signType = name;
      return this;
    }

    private HeaderNames operationType(String name) {
      this.operationType = name;
      return this;
    }

    private RpcHeaders checked() {
      return new RpcHeaders(appId, timestamp, signature, signType, operationType);
    }
  }
}
