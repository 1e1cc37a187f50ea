package io.github.mgsjaxrs.koogallery;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryTime.Notation;
import io.github.mgsjaxrs.settings.SchemeSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How requests of KooGallery are verified and answered ({@code mgs.koogallery.*}).
 *
 * <pre>{@code
 * KooGallerySettings settings = KooGallerySettings.DEFAULT.withKeys("current", "next");
 * }</pre>
 *
 * @param keys the ids of the keys that are tried, in this order, since a request names none: one to
 *     eight ({@code mgs.koogallery.keys}, {@code koogallery}); several while a key is replaced. The
 *     first one signs what is refused
 * @param versions which versions of the interface are admitted ({@code mgs.koogallery.versions})
 * @param window how far the timestamp of version 2 may lie in the past or in the future, one second
 *     to a day ({@code mgs.koogallery.window}, 60 seconds as documented)
 * @param v1Window the same for version 1 ({@code mgs.koogallery.v1-window}, five minutes; no page
 *     names one)
 * @param timestamp which numbers version 2 may send ({@code mgs.koogallery.timestamp})
 * @param responseLimit how many bytes of one answer are held back for {@code Body-Sign} ({@code
 *     mgs.koogallery.response-limit}, 1 MiB); a larger one is answered 500
 * @param clock what tells the time; no setting by name
 */
public record KooGallerySettings(
    List<String> keys,
    Set<Version> versions,
    Duration window,
    Duration v1Window,
    Notation timestamp,
    int responseLimit,
    Clock clock)
    implements SchemeSettings {

  @Override
  public Scheme scheme() {
    return Scheme.KOOGALLERY;
  }

  /** A version of KooGallery's interface. */
  public enum Version {
    /** GET, with {@code authToken} over the query. */
    V1,
    /** POST, with {@code signature} over the body. */
    V2
  }

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int MOST_KEYS = 8;
  private static final int LEAST_RESPONSE = 1024;

  /** Both versions, with the key {@code koogallery}. */
  public static final KooGallerySettings DEFAULT =
      new KooGallerySettings(
          List.of("koogallery"),
          Set.of(Version.V1, Version.V2),
          Duration.ofSeconds(60),
          Duration.ofMinutes(5),
          Notation.BOTH,
          1024 * 1024,
          Clock.systemUTC());

  /**
   * Checks the values.
   *
   * @throws MgsConfigurationException if there is no key or no version, or a value is out of range
   */
  public KooGallerySettings {
    keys = List.copyOf(keys);
    versions = Set.copyOf(versions);
    if (keys.isEmpty() || keys.size() > MOST_KEYS || Set.copyOf(keys).size() < keys.size()) {
      throw new MgsConfigurationException(
          keys.size() + " ids of keys are named: one to eight different ones are needed");
    }
    if (versions.isEmpty()) {
      throw new MgsConfigurationException(
          "No version of KooGallery is admitted: one or both are needed");
    }
    requireWindow("window", window);
    requireWindow("v1Window", v1Window);
    Objects.requireNonNull(timestamp, "timestamp");
    if (responseLimit < LEAST_RESPONSE) {
      throw new MgsConfigurationException(
          "The limit of an answer is " + responseLimit + " bytes: at least 1 KiB is needed");
    }
    Objects.requireNonNull(clock, "clock");
  }

  private static void requireWindow(String name, Duration window) {
    if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
      throw new MgsConfigurationException(
          "The " + name + " is " + window + ": a duration of PT1S to PT24H is needed");
    }
  }

  /**
   * Sets {@code mgs.koogallery.keys}.
   *
   * @param ids the ids of keys for KOOGALLERY
   * @return settings with this value
   */
  public KooGallerySettings withKeys(String... ids) {
    return new KooGallerySettings(
        List.of(ids), versions, window, v1Window, timestamp, responseLimit, clock);
  }

  /**
   * Sets {@code mgs.koogallery.versions}.
   *
   * @param admitted the versions that are admitted
   * @return settings with this value
   */
  public KooGallerySettings withVersions(Version... admitted) {
    return new KooGallerySettings(
        keys, Set.of(admitted), window, v1Window, timestamp, responseLimit, clock);
  }

  /**
   * Sets {@code mgs.koogallery.window}.
   *
   * @param eachWay how far a timestamp of version 2 may be away
   * @return settings with this value
   */
  public KooGallerySettings withWindow(Duration eachWay) {
    return new KooGallerySettings(
        keys, versions, eachWay, v1Window, timestamp, responseLimit, clock);
  }

  /**
   * Sets {@code mgs.koogallery.v1-window}.
   *
   * @param eachWay how far a timestamp of version 1 may be away
   * @return settings with this value
   */
  public KooGallerySettings withV1Window(Duration eachWay) {
    return new KooGallerySettings(keys, versions, window, eachWay, timestamp, responseLimit, clock);
  }

  /**
   * Sets {@code mgs.koogallery.timestamp}.
   *
   * @param notation which numbers version 2 may send
   * @return settings with this value
   */
  public KooGallerySettings withTimestamp(Notation notation) {
    return new KooGallerySettings(keys, versions, window, v1Window, notation, responseLimit, clock);
  }

  /**
   * Sets {@code mgs.koogallery.response-limit}.
   *
   * @param bytes how many bytes of one answer are held back, at least 1,024
   * @return settings with this value
   */
  public KooGallerySettings withResponseLimit(int bytes) {
    return new KooGallerySettings(keys, versions, window, v1Window, timestamp, bytes, clock);
  }

  /**
   * Takes the time from another clock, in tests, say.
   *
   * @param time the clock
   * @return settings with this value
   */
  public KooGallerySettings withClock(Clock time) {
    return new KooGallerySettings(keys, versions, window, v1Window, timestamp, responseLimit, time);
  }
}
