package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.backend.internal.BackendScheme;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.koogallery.internal.KooGalleryClaims;
import io.github.mgsjaxrs.rpc.protocol.RpcHeaders;
import io.github.mgsjaxrs.rpc.protocol.RpcTimestamp;
import io.github.mgsjaxrs.verifier.MgsSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Which scheme a request belongs to, where no resource says it: for tools. */
public final class RequestScheme {

  private RequestScheme() {}

  /**
   * Tells by headers and query: a request with headers of both is one for backends, and KooGallery
   * sends neither.
   *
   * @param settings of the verifier
   * @param target path and query as they were sent
   * @param headers all values of a header by its name in lower case
   * @return the scheme
   */
  public static Scheme of(
      MgsSettings settings, RequestLine target, Map<String, List<String>> headers) {
    RpcHeaders names = settings.rpc().headers();
    if (BackendScheme.HEADERS.stream().anyMatch(name -> has(headers, name))) {
      return Scheme.BACKEND;
    }
    if (has(headers, names.signature()) || has(headers, names.appId())) {
      return Scheme.RPC;
    }
    return claims(settings).signs(target.query()) ? Scheme.KOOGALLERY : Scheme.BACKEND;
  }

  private static KooGalleryClaims claims(MgsSettings settings) {
    return new KooGalleryClaims(settings.kooGallery(), settings.limits());
  }

  private static boolean has(Map<String, List<String>> headers, String name) {
    return headers.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /**
   * The settings with clocks that stand at the time of the request, as far as it says one.
   *
   * @param settings of the verifier
   * @param target path and query as they were sent
   * @param headers all values of a header by its name in lower case
   * @return settings for this request alone
   */
  public static MgsSettings atItsTime(
      MgsSettings settings, RequestLine target, Map<String, List<String>> headers) {
    String header = settings.rpc().headers().timestamp().toLowerCase(Locale.ROOT);
    OptionalLong called =
        headers.getOrDefault(header, List.of()).stream()
            .map(written -> RpcTimestamp.millis(written, settings.rpc().timestamp()))
            .filter(OptionalLong::isPresent)
            .findFirst()
            .orElse(OptionalLong.empty());
    OptionalLong signed = claims(settings).signedAt(target.query());
    MgsSettings then = settings;
    if (called.isPresent()) {
      then = then.withRpc(settings.rpc().withClock(at(called.getAsLong())));
    }
    if (signed.isPresent()) {
      then = then.withKooGallery(settings.kooGallery().withClock(at(signed.getAsLong())));
    }
    return then;
  }

  private static Clock at(long millis) {
    return Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }
}
