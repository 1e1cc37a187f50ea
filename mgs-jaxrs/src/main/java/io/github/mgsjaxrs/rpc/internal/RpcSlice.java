package io.github.mgsjaxrs.rpc.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.scheme.CapturedRequest;
import io.github.mgsjaxrs.internal.scheme.MarkMeaning;
import io.github.mgsjaxrs.internal.scheme.RequestVerification;
import io.github.mgsjaxrs.internal.scheme.SchemeContext;
import io.github.mgsjaxrs.internal.scheme.SchemeSlice;
import io.github.mgsjaxrs.internal.scheme.WrittenText;
import io.github.mgsjaxrs.internal.settings.SettingTable;
import io.github.mgsjaxrs.keys.ReloadingKeys;
import io.github.mgsjaxrs.replay.ReplayScope;
import io.github.mgsjaxrs.replay.ReplaySettings;
import io.github.mgsjaxrs.rpc.RpcSettings;
import io.github.mgsjaxrs.rpc.crypto.RpcKey;
import io.github.mgsjaxrs.rpc.protocol.RpcText;
import io.github.mgsjaxrs.rpc.protocol.RpcTimestamp;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.settings.SchemeSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What clients sign for the gateway.
 *
 * @param settings how calls are verified
 */
public record RpcSlice(RpcSettings settings) implements SchemeSlice {

  /** As it is shipped. */
  public RpcSlice() {
    this(RpcSettings.DEFAULT);
  }

  @Override
  public SchemeSlice with(SchemeSettings other) {
    return new RpcSlice(SchemeSlice.own(RpcSettings.class, other));
  }

  @Override
  public SettingTable<RpcSettings> table() {
    return RpcTable.TABLE;
  }

  @Override
  public MarkMeaning<?> mark() {
    return new RpcMark();
  }

  @Override
  public String signer() {
    return "clients";
  }

  @Override
  public String signed() {
    return "what clients sign for the gateway";
  }

  @Override
  public RequestVerification<?, ?> verification(SchemeContext context) {
    return new RequestVerification<>(context, new RpcScheme(settings, context));
  }

  @Override
  public VerificationKey key(SignatureAlgorithm algorithm, byte[] secret) {
    return RpcKey.of(algorithm, secret, settings.signature());
  }

  @Override
  public Map<ReplayScope, Duration> windows() {
    return Map.of(ReplayScope.RPC, settings.window());
  }

  /** Nobody guards calls of clients who has none. */
  @Override
  public boolean needsGuard(ReplaySettings replay, @Nullable ReloadingKeys loaded) {
    return replay.guards(ReplayScope.RPC);
  }

  @Override
  public boolean recognizes(CapturedRequest request, Limits limits) {
    return request.has(settings.headers().signature()) || request.has(settings.headers().appId());
  }

  @Override
  public SchemeSettings atTheTimeOf(CapturedRequest request, Limits limits) {
    return request.values(settings.headers().timestamp()).stream()
        .map(written -> RpcTimestamp.millis(written, settings.timestamp()))
        .filter(OptionalLong::isPresent)
        .map(OptionalLong::getAsLong)
        .findFirst()
        .map(millis -> Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC))
        .map(settings::withClock)
        .orElse(settings);
  }

  @Override
  public @Nullable WrittenText text(RequestSnapshot request, byte[] body, SchemeContext context) {
    RpcText text = new RpcScheme(settings, context).text(request, body);
    return text == null ? null : new WrittenText(text, () -> exact(text));
  }

  private static String exact(RpcText text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      text.writeTo(bytes);
    } catch (IOException impossible) {
      throw new IllegalStateException("An array can be read and written", impossible);
    }
    return bytes.toString(UTF_8);
  }
}
