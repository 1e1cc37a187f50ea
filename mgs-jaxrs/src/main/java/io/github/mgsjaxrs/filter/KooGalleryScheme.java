package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.KooGallerySettings;
import io.github.mgsjaxrs.KooGallerySettings.Version;
import io.github.mgsjaxrs.MgsSettings;
import io.github.mgsjaxrs.MgsSettings.Diagnostics;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.crypto.AccessKey;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.filter.RequestVerification.Admitted;
import io.github.mgsjaxrs.protocol.Escaping;
import io.github.mgsjaxrs.protocol.KooGalleryQuery;
import io.github.mgsjaxrs.protocol.KooGalleryTime;
import io.github.mgsjaxrs.protocol.Scheme;
import io.github.mgsjaxrs.protocol.Uncovered;
import io.github.mgsjaxrs.replay.ReplayScope;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Huawei Cloud's marketplace signs: the query (version 1), or the body with nonce and time
 * (version 2). All of it stands in the query, and none names the key.
 */
final class KooGalleryScheme implements SignatureScheme {

  private static final System.Logger LOG = System.getLogger(KooGalleryScheme.class.getName());

  private final MgsSettings settings;
  private final KooGallerySettings kooGallery;
  private final Explanations explanations;
  private final ReplayCheck replays;
  private final EntityStorage storage;
  private final KooGalleryClaims claims;
  private final FaultLog withoutKey = new FaultLog(LOG);

  KooGalleryScheme(
      MgsSettings settings, Explanations explanations, ReplayCheck replays, EntityStorage storage) {
    this.settings = settings;
    this.kooGallery = settings.kooGallery();
    this.claims = new KooGalleryClaims(settings);
    this.explanations = explanations;
    this.replays = replays;
    this.storage = storage;
  }

  @Override
  public Scheme name() {
    return Scheme.KOOGALLERY;
  }

  @Override
  public List<String> headerNames() {
    return List.of();
  }

  @Override
  public KooGalleryClaim claim(RequestSnapshot request) throws RefusalException {
    return claims.of(request);
  }

  @Override
  public List<NamedKey> keys(SignatureClaim claim, Requirement requirement, KeyLookup keys)
      throws RefusalException {
    List<NamedKey> found = new ArrayList<>(1);
    String reason = "the resource admits none of mgs.koogallery.keys";
    for (String id : claim.keyIds()) {
      if (requirement.admits(id)) {
        try {
          found.add(new NamedKey(id, keys.key(id, Scheme.KOOGALLERY)));
        } catch (RefusalException refusal) {
          reason = refusal.rejected().reason();
        }
      }
    }
    if (found.isEmpty()) {
      // no fault of whoever calls, as a request names no key
      withoutKey.met(
          "There is no key for requests of KooGallery, which are answered 503: "
              + reason
              + ". Set mgs.koogallery.keys, and mgs.keys.\"<id>\".algorithm=KOOGALLERY and .secret",
          null);
      throw new RefusalException(Rejection.UNAVAILABLE, reason);
    }
    return found;
  }

  @Override
  public void requireWorthReading(Admitted admitted, Requirement requirement)
      throws RefusalException {
    KooGalleryClaim claim = claim(admitted);
    requireInTime(claim);
    KooGalleryCoverage.requireMethod(claim, admitted.request());
    boolean body = admitted.announced() > 0 || admitted.request().chunked();
    SignatureJudge.requireCovered(
        KooGalleryCoverage.uncovered(claim, admitted.request(), body), admitted.coverage());
  }

  private void requireInTime(KooGalleryClaim claim) throws RefusalException {
    long now = kooGallery.clock().millis();
    switch (claim.version()) {
      case V1 ->
          SigningTime.requireWithin(
              KooGalleryTime.dateTime(claim.timestamp()),
              now,
              kooGallery.v1Window(),
              "mgs.koogallery.v1-window",
              "timeStamp is '"
                  + Escaping.oneLine(claim.timestamp())
                  + "', where yyyyMMddHHmmssSSS in UTC is needed");
      case V2 ->
          SigningTime.requireWithin(
              KooGalleryTime.number(claim.timestamp(), kooGallery.timestamp()),
              now,
              kooGallery.window(),
              "mgs.koogallery.window",
              SigningTime.unreadable(
                  KooGalleryQuery.TIMESTAMP,
                  claim.timestamp(),
                  "mgs.koogallery.timestamp",
                  kooGallery.timestamp()));
    }
  }

  private static KooGalleryClaim claim(Admitted admitted) {
    return (KooGalleryClaim) admitted.claim();
  }

  @Override
  public @Nullable MessageDigest digest(RequestSnapshot request) {
    return null;
  }

  @Override
  public boolean readsEntity(RequestSnapshot request) {
    return !request.method().equals(HttpMethod.GET);
  }

  @Override
  public Verified judge(Admitted admitted, ReplayableEntity entity) throws RefusalException {
    KooGalleryClaim claim = claim(admitted);
    Set<Uncovered> uncovered =
        KooGalleryCoverage.uncovered(claim, admitted.request(), entity.length() > 0);
    SignatureJudge.requireCovered(uncovered, admitted.coverage());
    SignatureCheck check = SignatureCheck.MISMATCH;
    for (NamedKey named : admitted.keys()) {
      check = check(claim, accessKey(named), entity);
      if (check == SignatureCheck.VALID) {
        // who sends a body slowly enough would be verified after the replay guard forgot it
        requireInTime(claim);
        requireFirst(claim);
        return new Verified(
            named.id(), named.key().algorithm(), new KooGalleryCall(claim, uncovered));
      }
    }
    throw explanations.explained(
        new RefusalException(
            Rejection.SIGNATURE_MISMATCH,
            reason(admitted, claim, check == SignatureCheck.MALFORMED)),
        admitted,
        entity);
  }

  private void requireFirst(KooGalleryClaim claim) throws RefusalException {
    if (claim.version() == Version.V1) {
      replays.requireFirst(
          ReplayScope.KOOGALLERY_V1, KooGalleryQuery.AUTH_TOKEN, claim.signature());
      return;
    }
    replays.requireFirst(ReplayScope.KOOGALLERY_V2, KooGalleryQuery.NONCE, claim.nonce());
    if (kooGallery.timestamp() == KooGalleryTime.Notation.BOTH) {
      // nonce and time are signed with nothing between: at rare times, three digits could be moved
      // from one to the other, and make another nonce under the same signature
      replays.requireFirst(
          ReplayScope.KOOGALLERY_V2,
          KooGalleryQuery.SIGNATURE,
          claim.signature().toLowerCase(Locale.ROOT));
    }
  }

  private static AccessKey accessKey(NamedKey named) {
    return named
        .key()
        .accessKey()
        .orElseThrow(() -> new IllegalStateException("A key of KooGallery is an access key"));
  }

  private SignatureCheck check(KooGalleryClaim claim, AccessKey key, ReplayableEntity entity)
      throws RefusalException {
    if (claim.version() == Version.V1) {
      return key.checkQuery(
          claim.timestamp(), claim.query().message().getBytes(UTF_8), claim.signature());
    }
    try {
      return key.checkBody(
          claim.nonce(),
          claim.timestamp(),
          out -> new ReplayStream(entity).transferTo(out),
          claim.signature());
    } catch (IOException failed) {
      throw storage.unreadable(failed);
    }
  }

  private String reason(Admitted admitted, KooGalleryClaim claim, boolean malformed) {
    StringBuilder reason =
        new StringBuilder("the ")
            .append(claim.version() == Version.V1 ? "authToken" : "signature")
            .append(malformed ? " is malformed" : " matches with none of the keys ")
            .append(malformed ? "" : admitted.keys().stream().map(NamedKey::id).toList());
    if (explanations.written()) {
      boolean values = settings.diagnostics() == Diagnostics.LOG_VALUES;
      reason
          .append("; signed is the access key with ")
          .append(new KooGalleryCall(claim, Set.of()).describe(values));
    }
    return reason.toString();
  }
}
