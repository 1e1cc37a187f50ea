package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.request.SchemeHeaders;
import io.github.mgsjaxrs.internal.scheme.Explanations;
import io.github.mgsjaxrs.internal.scheme.KeyLookup;
import io.github.mgsjaxrs.internal.scheme.ReplayCheck;
import io.github.mgsjaxrs.internal.scheme.RequestVerification;
import io.github.mgsjaxrs.internal.scheme.SchemeContext;
import io.github.mgsjaxrs.internal.slices.SchemeSlices;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.replay.ReplayGuard;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.verifier.MgsSettings;
import io.github.mgsjaxrs.verifier.MgsSettings.Diagnostics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The schemes of one verifier, over the same keys, limits and storage. */
public final class Schemes {

  private final Map<Scheme, RequestVerification<?, ?>> verifications = new EnumMap<>(Scheme.class);

  /**
   * All schemes with what they share.
   *
   * @param settings the verifier's settings
   * @param resolver the verifier's keys
   * @param guard what remembers requests that may be sent only once
   * @param storage where the entities lie
   * @param written whether the reasons of refusals are written now
   */
  public Schemes(
      MgsSettings settings,
      KeyResolver resolver,
      ReplayGuard guard,
      EntityStorage storage,
      BooleanSupplier written) {
    this(
        settings,
        context(
            settings,
            resolver,
            inServer(settings, written),
            new ReplayCheck(settings.replay(), guard),
            storage));
  }

  /**
   * The schemes with what somebody gives them.
   *
   * @param settings of the schemes
   * @param context what they share
   */
  public Schemes(MgsSettings settings, SchemeContext context) {
    settings
        .schemes()
        .forEach(
            (scheme, each) ->
                verifications.put(scheme, SchemeSlices.of(each).verification(context)));
  }

  /** What all schemes share. */
  public static SchemeContext context(
      MgsSettings settings,
      KeyResolver keys,
      Explanations explanations,
      ReplayCheck replays,
      EntityStorage storage) {
    return new SchemeContext(
        settings.limits(),
        settings.coverage(),
        settings.canonicalization().charset(),
        new KeyLookup(keys, settings.offline()::owns),
        explanations,
        replays,
        storage,
        settings.responseDetails());
  }

  /** With {@code mgs.diagnostics=log} or in report mode. */
  public static Explanations inServer(MgsSettings settings, BooleanSupplier written) {
    boolean values = settings.diagnostics() == Diagnostics.LOG_VALUES;
    if (settings.mode() == Mode.REPORT) {
      return Explanations.inLog(written, values);
    }
    return settings.diagnostics() == Diagnostics.OFF
        ? Explanations.none()
        : Explanations.inLog(written, values);
  }

  /** The headers of each scheme in lower case, as Jersey makes each name that it is asked for. */
  public List<SchemeHeaders> headers() {
    return verifications.values().stream().map(each -> each.headers().inLowerCase()).toList();
  }

  public RequestVerification<?, ?> verification(Scheme scheme) {
    RequestVerification<?, ?> verification = verifications.get(scheme);
    if (verification == null) {
      throw new IllegalStateException("Nothing verifies " + scheme);
    }
    return verification;
  }
}
