package io.github.mgsjaxrs.koogallery.internal;

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
import io.github.mgsjaxrs.koogallery.KooGallerySettings;
import io.github.mgsjaxrs.koogallery.KooGallerySettings.Version;
import io.github.mgsjaxrs.koogallery.crypto.AccessKey;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryQuery;
import io.github.mgsjaxrs.replay.ReplayScope;
import io.github.mgsjaxrs.replay.ReplaySettings;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.settings.SchemeSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What KooGallery signs for sellers.
 *
 * @param settings how its requests are verified and answered
 */
public record KooGallerySlice(KooGallerySettings settings) implements SchemeSlice {

  /** As it is shipped. */
  public KooGallerySlice() {
    this(KooGallerySettings.DEFAULT);
  }

  @Override
  public SchemeSlice with(SchemeSettings other) {
    return new KooGallerySlice(SchemeSlice.own(KooGallerySettings.class, other));
  }

  @Override
  public SettingTable<KooGallerySettings> table() {
    return KooGalleryTable.TABLE;
  }

  @Override
  public MarkMeaning<?> mark() {
    return new KooGalleryMark();
  }

  @Override
  public String signer() {
    return "KooGallery";
  }

  @Override
  public String signed() {
    return "what KooGallery signs";
  }

  @Override
  public RequestVerification<?, ?> verification(SchemeContext context) {
    return new RequestVerification<>(context, new KooGalleryScheme(settings, context));
  }

  @Override
  public VerificationKey key(SignatureAlgorithm algorithm, byte[] secret) {
    return AccessKey.of(secret);
  }

  @Override
  public void requireKeys(ReloadingKeys loaded) {
    new KooGalleryKeys(settings, loaded).require();
  }

  @Override
  public Map<ReplayScope, Duration> windows() {
    return Map.of(
        ReplayScope.KOOGALLERY_V1, settings.v1Window(),
        ReplayScope.KOOGALLERY_V2, settings.window());
  }

  /** Nonces are guarded by default, and most applications are not called by KooGallery. */
  @Override
  public boolean needsGuard(ReplaySettings replay, @Nullable ReloadingKeys loaded) {
    boolean guarded =
        (replay.guards(ReplayScope.KOOGALLERY_V1) && settings.versions().contains(Version.V1))
            || (replay.guards(ReplayScope.KOOGALLERY_V2)
                && settings.versions().contains(Version.V2));
    return guarded && loaded != null && new KooGalleryKeys(settings, loaded).areThere();
  }

  @Override
  public boolean recognizes(CapturedRequest request, Limits limits) {
    return claims(limits).signs(request.target().query());
  }

  @Override
  public SchemeSettings atTheTimeOf(CapturedRequest request, Limits limits) {
    OptionalLong signed = claims(limits).signedAt(request.target().query());
    return signed.isEmpty()
        ? settings
        : settings.withClock(Clock.fixed(Instant.ofEpochMilli(signed.getAsLong()), ZoneOffset.UTC));
  }

  private KooGalleryClaims claims(Limits limits) {
    return new KooGalleryClaims(settings, limits);
  }

  @Override
  public @Nullable WrittenText text(RequestSnapshot request, byte[] body, SchemeContext context) {
    KooGalleryQuery query = claims(context.limits()).text(request);
    return query == null ? null : new WrittenText(query, query::message);
  }
}
