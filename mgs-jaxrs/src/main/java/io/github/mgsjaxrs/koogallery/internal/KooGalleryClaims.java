package io.github.mgsjaxrs.koogallery.internal;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.scheme.SignatureHeaders;
import io.github.mgsjaxrs.koogallery.KooGallerySettings;
import io.github.mgsjaxrs.koogallery.KooGallerySettings.Version;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryQuery;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryTime;
import io.github.mgsjaxrs.request.MalformedRequestException;
import io.github.mgsjaxrs.settings.Limits;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads from a query what KooGallery says of its signature, in either version. */
public final class KooGalleryClaims {

  private final KooGallerySettings kooGallery;
  private final Limits limits;

  public KooGalleryClaims(KooGallerySettings kooGallery, Limits limits) {
    this.kooGallery = kooGallery;
    this.limits = limits;
  }

  /**
   * Reads what a request says.
   *
   * @param request the request as it was sent
   * @return what stands in its query, each part there exactly once
   * @throws RefusalException if one is missing, repeated or too long, or the version not admitted
   */
  public KooGalleryClaim of(RequestSnapshot request) throws RefusalException {
    SignatureHeaders.requireOnce(request.contentTypes().values(), "Content-Type");
    KooGalleryQuery query = query(request);
    boolean token = !query.values(KooGalleryQuery.AUTH_TOKEN).isEmpty();
    if (kooGallery.versions().contains(token ? Version.V1 : Version.V2)) {
      return token ? claimOfV1(query) : claimOfV2(query);
    }
    throw new RefusalException(
        Rejection.SIGNATURE_MISSING,
        token
            ? "the request is one of version 1, which mgs.koogallery.versions does not admit"
            : "there is no authToken, and mgs.koogallery.versions admits version 1 only");
  }

  /** Whether a query has a signature of KooGallery in it. */
  public boolean signs(@Nullable String query) {
    try {
      KooGalleryQuery read = KooGalleryQuery.of(query, limits.parameters());
      return !read.values(KooGalleryQuery.AUTH_TOKEN).isEmpty()
          || !read.values(KooGalleryQuery.NONCE).isEmpty();
    } catch (MalformedRequestException unreadable) {
      return false;
    }
  }

  /** When a query was signed, in milliseconds since 1970; empty where it does not say so. */
  public OptionalLong signedAt(@Nullable String query) {
    try {
      KooGalleryQuery read = KooGalleryQuery.of(query, limits.parameters());
      List<String> first = read.values(KooGalleryQuery.TIME_STAMP);
      List<String> second = read.values(KooGalleryQuery.TIMESTAMP);
      if (!first.isEmpty()) {
        return KooGalleryTime.dateTime(first.get(0));
      }
      return second.isEmpty()
          ? OptionalLong.empty()
          : KooGalleryTime.number(second.get(0), kooGallery.timestamp());
    } catch (MalformedRequestException unreadable) {
      return OptionalLong.empty();
    }
  }

  /** What version 1 should have signed; null where there is none, or version 2 signs the body. */
  public @Nullable KooGalleryQuery text(RequestSnapshot request) {
    try {
      KooGalleryClaim claim = of(request);
      return claim.version() == Version.V1 ? claim.query() : null;
    } catch (RefusalException incomplete) {
      return null;
    }
  }

  private KooGalleryQuery query(RequestSnapshot request) throws RefusalException {
    try {
      return KooGalleryQuery.of(request.target().query(), limits.parameters());
    } catch (MalformedRequestException malformed) {
      throw RefusalException.of(malformed);
    }
  }

  private KooGalleryClaim claimOfV1(KooGalleryQuery query) throws RefusalException {
    String token = one(query, KooGalleryQuery.AUTH_TOKEN, Rejection.SIGNATURE_MISSING);
    String time = one(query, KooGalleryQuery.TIME_STAMP, Rejection.TIMESTAMP_MISSING);
    // Base64 has no blank: it was a plus sign, that was sent as such or decoded once too often
    String restored = token.replace(' ', '+');
    return new KooGalleryClaim(Version.V1, restored, time, "", query, kooGallery.keys());
  }

  private KooGalleryClaim claimOfV2(KooGalleryQuery query) throws RefusalException {
    return new KooGalleryClaim(
        Version.V2,
        one(query, KooGalleryQuery.SIGNATURE, Rejection.SIGNATURE_MISSING),
        one(query, KooGalleryQuery.TIMESTAMP, Rejection.TIMESTAMP_MISSING),
        one(query, KooGalleryQuery.NONCE, Rejection.HEADER_MISSING),
        query,
        kooGallery.keys());
  }

  private String one(KooGalleryQuery query, String name, Rejection missing)
      throws RefusalException {
    List<String> values = query.values(name);
    SignatureHeaders.requirePresent(values, missing, name);
    SignatureHeaders.requireOnce(values, name);
    SignatureHeaders.requireShort(values.get(0), limits.header(), name);
    return values.get(0);
  }
}
