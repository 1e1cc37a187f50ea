package io.github.mgsjaxrs.rpc.internal;

import io.github.mgsjaxrs.internal.settings.SettingReader;
import io.github.mgsjaxrs.internal.settings.SettingValues;
import io.github.mgsjaxrs.rpc.RpcSettings;
import io.github.mgsjaxrs.rpc.crypto.HmacEncoding;
import io.github.mgsjaxrs.rpc.crypto.RpcParameters;
import io.github.mgsjaxrs.rpc.protocol.RpcHeaders;
import io.github.mgsjaxrs.rpc.protocol.RpcTemplate;
import io.github.mgsjaxrs.rpc.protocol.RpcTimestamp.Notation;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Reads {@code mgs.rpc.*}; each value is tried alone, so that a wrong one is told by its name. */
public final class RpcSettingReader {

  private final SettingReader reader;
  private RpcSettings settings = RpcSettings.DEFAULT;

  public RpcSettingReader(SettingReader reader) {
    this.reader = reader;
  }

  public RpcSettings read() {
    setting("mgs.rpc.window", SettingValues::duration, RpcSettings::withWindow);
    setting("mgs.rpc.timestamp", SettingValues.words(Notation.class), RpcSettings::withTimestamp);
    exact("mgs.rpc.text", (found, value) -> found.withText(RpcTemplate.of(value)));
    exact(
        "mgs.rpc.md5-text",
        (found, value) ->
            found.withSignature(new RpcParameters(value, found.signature().hmacEncoding())));
    setting(
        "mgs.rpc.hmac-encoding",
        SettingValues.words(HmacEncoding.class),
        (found, encoding) ->
            found.withSignature(new RpcParameters(found.signature().md5Text(), encoding)));
    setting(
        "mgs.rpc.sign-type",
        (name, value) ->
            SettingValues.word(name, value, Map.of("required", true, "optional", false)),
        RpcSettings::withSignTypeRequired);
    readHeaders();
    return settings;
  }

  // all at once, as two of them may have changed places
  private void readHeaders() {
    RpcHeaders names = settings.headers();
    reader.take(
        "mgs.rpc.header",
        () ->
            new RpcHeaders(
                header("app-id", names.appId()),
                header("timestamp", names.timestamp()),
                header("signature", names.signature()),
                header("sign-type", names.signType()),
                header("operation-type", names.operationType())),
        read -> change(found -> found.withHeaders(read)));
  }

  private String header(String member, String shipped) {
    String name = reader.text("mgs.rpc.header." + member);
    return name == null ? shipped : name.strip();
  }

  private <T> void setting(
      String name,
      BiFunction<String, String, T> form,
      BiFunction<RpcSettings, T, RpcSettings> change) {
    reader.read(name, form, value -> change(found -> change.apply(found, value)));
  }

  /** A text that is taken with every space in it. */
  private void exact(String name, BiFunction<RpcSettings, String, RpcSettings> change) {
    String value = reader.text(name);
    if (value != null) {
      reader.take(name, () -> value, text -> change(found -> change.apply(found, text)));
    }
  }

  private void change(UnaryOperator<RpcSettings> change) {
    settings = change.apply(settings);
  }
}
