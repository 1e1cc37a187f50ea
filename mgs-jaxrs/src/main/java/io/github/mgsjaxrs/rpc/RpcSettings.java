package io.github.mgsjaxrs.rpc;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.rpc.crypto.RpcParameters;
import io.github.mgsjaxrs.rpc.protocol.RpcHeaders;
import io.github.mgsjaxrs.rpc.protocol.RpcTemplate;
import io.github.mgsjaxrs.rpc.protocol.RpcTimestamp.Notation;
import io.github.mgsjaxrs.settings.SchemeSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * How calls are read and checked that a client signed for the gateway ({@code mgs.rpc.*}).
 *
 * <p>That a client signs its request with the key of its {@code appId}, and that a timestamp
 * expires, is documented. How the text is written, in which headers and by which algorithms, was
 * observed: each is a setting.
 *
 * <pre>{@code
 * RpcSettings settings = RpcSettings.DEFAULT.withWindow(Duration.ofMinutes(1));
 * }</pre>
 *
 * @param window how far a timestamp may lie in the past or in the future, one second to a day
 *     ({@code mgs.rpc.window}, five minutes); within it a call can be sent again
 * @param timestamp which notations of a timestamp are taken ({@code mgs.rpc.timestamp})
 * @param text what is signed ({@code mgs.rpc.text})
 * @param signature how secret and text are joined, and signatures written ({@code
 *     mgs.rpc.md5-text}, {@code mgs.rpc.hmac-encoding})
 * @param signTypeRequired whether a call without {@code signType} is refused; otherwise the key
 *     alone says the algorithm ({@code mgs.rpc.sign-type})
 * @param headers the names of the headers ({@code mgs.rpc.header.*})
 * @param clock what tells the time; no setting by name
 */
public record RpcSettings(
    Duration window,
    Notation timestamp,
    RpcTemplate text,
    RpcParameters signature,
    boolean signTypeRequired,
    RpcHeaders headers,
    Clock clock)
    implements SchemeSettings {

  @Override
  public Scheme scheme() {
    return Scheme.RPC;
  }

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(24);

  /** What was observed, with a window of five minutes and the system's clock. */
  public static final RpcSettings DEFAULT =
      new RpcSettings(
          Duration.ofMinutes(5),
          Notation.BOTH,
          RpcTemplate.DEFAULT,
          RpcParameters.DEFAULT,
          true,
          RpcHeaders.DEFAULT,
          Clock.systemUTC());

  /**
   * Checks the window.
   *
   * @throws MgsConfigurationException if it is shorter than a second or longer than a day
   */
  public RpcSettings {
    if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
      throw new MgsConfigurationException(
          "The window is " + window + ": a duration of PT1S to PT24H is needed");
    }
    Objects.requireNonNull(timestamp, "timestamp");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(signature, "signature");
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(clock, "clock");
  }

  /**
   * Sets {@code mgs.rpc.window}.
   *
   * @param eachWay how far a timestamp may be away
   * @return settings with this value
   */
  public RpcSettings withWindow(Duration eachWay) {
    return new RpcSettings(eachWay, timestamp, text, signature, signTypeRequired, headers, clock);
  }

  /**
   * Sets {@code mgs.rpc.timestamp}.
   *
   * @param notation which notations are taken
   * @return settings with this value
   */
  public RpcSettings withTimestamp(Notation notation) {
    return new RpcSettings(window, notation, text, signature, signTypeRequired, headers, clock);
  }

  /**
   * Sets {@code mgs.rpc.text}.
   *
   * @param template what is signed
   * @return settings with this value
   */
  public RpcSettings withText(RpcTemplate template) {
    return new RpcSettings(
        window, timestamp, template, signature, signTypeRequired, headers, clock);
  }

  /**
   * Sets {@code mgs.rpc.md5-text} and {@code mgs.rpc.hmac-encoding}.
   *
   * @param parameters of all RPC keys that are configured
   * @return settings with this value
   */
  public RpcSettings withSignature(RpcParameters parameters) {
    return new RpcSettings(window, timestamp, text, parameters, signTypeRequired, headers, clock);
  }

  /**
   * Sets {@code mgs.rpc.sign-type}.
   *
   * @param required whether a call without {@code signType} is refused
   * @return settings with this value
   */
  public RpcSettings withSignTypeRequired(boolean required) {
    return new RpcSettings(window, timestamp, text, signature, required, headers, clock);
  }

  /**
   * Sets {@code mgs.rpc.header.*}.
   *
   * @param names the headers
   * @return settings with this value
   */
  public RpcSettings withHeaders(RpcHeaders names) {
    return new RpcSettings(window, timestamp, text, signature, signTypeRequired, names, clock);
  }

  /**
   * Takes the time from another clock, in tests, say.
   *
   * @param time the clock
   * @return settings with this value
   */
  public RpcSettings withClock(Clock time) {
    return new RpcSettings(window, timestamp, text, signature, signTypeRequired, headers, time);
  }
}
