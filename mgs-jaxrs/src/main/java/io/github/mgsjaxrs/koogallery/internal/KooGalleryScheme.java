package io.github.mgsjaxrs.koogallery.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayStream;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.log.FaultLog;
import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.scheme.Admitted;
import io.github.mgsjaxrs.internal.scheme.AnswerSigner;
import io.github.mgsjaxrs.internal.scheme.KeyLookup;
import io.github.mgsjaxrs.internal.scheme.NamedKey;
import io.github.mgsjaxrs.internal.scheme.RejectionResponse;
import io.github.mgsjaxrs.internal.scheme.RequiredCoverage;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import io.github.mgsjaxrs.internal.scheme.SchemeContext;
import io.github.mgsjaxrs.internal.scheme.SignatureScheme;
import io.github.mgsjaxrs.internal.scheme.TimeWindow;
import io.github.mgsjaxrs.koogallery.KooGallerySettings;
import io.github.mgsjaxrs.koogallery.KooGallerySettings.Version;
import io.github.mgsjaxrs.koogallery.crypto.AccessKey;
import io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryMismatch;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryQuery;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryTime;
import io.github.mgsjaxrs.replay.ReplayScope;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Huawei Cloud's marketplace signs: the query (version 1), or the body with nonce and time
 * (version 2). All of it stands in the query, and none names the key.
 */
public final class KooGalleryScheme implements SignatureScheme<KooGalleryClaim, AccessKey> {

  private static final System.Logger LOG = System.getLogger(KooGalleryScheme.class.getName());

  private final SchemeContext context;
  private final KooGallerySettings kooGallery;
  private final KooGalleryClaims claims;
  private final RejectionResponse responses;
  private final FaultLog withoutKey = new FaultLog(LOG);

  public KooGalleryScheme(KooGallerySettings kooGallery, SchemeContext context) {
    this.context = context;
    this.kooGallery = kooGallery;
    this.claims = new KooGalleryClaims(kooGallery, context.limits());
    this.responses = new KooGalleryResponse(kooGallery.keys(), context.keys(), context.details());
  }

  @Override
  public Scheme name() {
    return Scheme.KOOGALLERY;
  }

  @Override
  public Class<AccessKey> keyType() {
    return AccessKey.class;
  }

  @Override
  public RejectionResponse responses() {
    return responses;
  }

  @Override
  public AnswerSigner answerSigner(AccessKey key) {
    return KooGalleryResponse.signer(key);
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
  public List<NamedKey<AccessKey>> keys(
      KooGalleryClaim claim, Requirement requirement, KeyLookup keys) throws RefusalException {
    List<NamedKey<AccessKey>> found = new ArrayList<>(1);
    String reason = "the resource admits none of mgs.koogallery.keys";
    for (String id : claim.keyIds()) {
      if (requirement.admits(id)) {
        try {
          found.add(new NamedKey<>(id, keys.key(id, Scheme.KOOGALLERY, AccessKey.class)));
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
  public void requireWorthReading(
      Admitted<KooGalleryClaim, AccessKey> admitted, Requirement requirement)
      throws RefusalException {
    KooGalleryClaim claim = admitted.claim();
    requireInTime(claim);
    KooGalleryCoverage.requireMethod(claim, admitted.request());
    boolean body = admitted.announced() > 0 || admitted.request().chunked();
    RequiredCoverage.requireCovered(
        KooGalleryCoverage.uncovered(claim, admitted.request(), body), admitted.coverage());
  }

  private void requireInTime(KooGalleryClaim claim) throws RefusalException {
    long now = kooGallery.clock().millis();
    switch (claim.version()) {
      case V1 ->
          TimeWindow.requireWithin(
              KooGalleryTime.dateTime(claim.timestamp()),
              now,
              kooGallery.v1Window(),
              "mgs.koogallery.v1-window",
              "timeStamp is '"
                  + Escaping.oneLine(claim.timestamp())
                  + "', where yyyyMMddHHmmssSSS in UTC is needed");
      case V2 ->
          TimeWindow.requireWithin(
              KooGalleryTime.number(claim.timestamp(), kooGallery.timestamp()),
              now,
              kooGallery.window(),
              "mgs.koogallery.window",
              TimeWindow.unreadable(
                  KooGalleryQuery.TIMESTAMP,
                  claim.timestamp(),
                  "mgs.koogallery.timestamp",
                  kooGallery.timestamp()));
    }
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
  public Verified verify(Admitted<KooGalleryClaim, AccessKey> admitted, ReplayableEntity entity)
      throws RefusalException {
    KooGalleryClaim claim = admitted.claim();
    Set<Uncovered> uncovered =
        KooGalleryCoverage.uncovered(claim, admitted.request(), entity.length() > 0);
    RequiredCoverage.requireCovered(uncovered, admitted.coverage());
    SignatureCheck check = SignatureCheck.MISMATCH;
    for (NamedKey<AccessKey> named : admitted.keys()) {
      check = check(claim, named.key(), entity);
      if (check == SignatureCheck.VALID) {
        // who sends a body slowly enough would be verified after the replay guard forgot it
        requireInTime(claim);
        requireFirst(claim);
        return new Verified(
            named.id(), named.key().algorithm(), new KooGalleryCall(claim, uncovered));
      }
    }
    RefusalException refusal =
        new RefusalException(
            Rejection.SIGNATURE_MISMATCH,
            reason(admitted, claim, check == SignatureCheck.MALFORMED));
    String sent = admitted.request().target().query();
    String query = sent == null ? "" : sent;
    throw context
        .explanations()
        .explained(
            refusal, entity, query.length(), bytes -> mismatch(admitted, query, bytes).diagnose());
  }

  private KooGalleryMismatch mismatch(
      Admitted<KooGalleryClaim, AccessKey> admitted, String query, byte @Nullable [] entity) {
    return new KooGalleryMismatch(
        query,
        Optional.ofNullable(entity),
        admitted.keysById(),
        kooGallery.keys(),
        context.keys().known(AccessKey.class),
        context.limits().parameters());
  }

  private void requireFirst(KooGalleryClaim claim) throws RefusalException {
    if (claim.version() == Version.V1) {
      context
          .replays()
          .requireFirst(ReplayScope.KOOGALLERY_V1, KooGalleryQuery.AUTH_TOKEN, claim.signature());
      return;
    }
    context.replays().requireFirst(ReplayScope.KOOGALLERY_V2, KooGalleryQuery.NONCE, claim.nonce());
    if (kooGallery.timestamp() == KooGalleryTime.Notation.BOTH) {
      // nonce and time are signed with nothing between: at rare times, three digits could be moved
      // from one to the other, and make another nonce under the same signature
      context
          .replays()
          .requireFirst(
              ReplayScope.KOOGALLERY_V2,
              KooGalleryQuery.SIGNATURE,
              claim.signature().toLowerCase(Locale.ROOT));
    }
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
      throw context.storage().unreadable(failed);
    }
  }

  private String reason(
      Admitted<KooGalleryClaim, AccessKey> admitted, KooGalleryClaim claim, boolean malformed) {
    StringBuilder reason =
        new StringBuilder("the ")
            .append(claim.version() == Version.V1 ? "authToken" : "signature")
            .append(malformed ? " is malformed" : " matches with none of the keys ")
            .append(malformed ? "" : admitted.keys().stream().map(NamedKey::id).toList());
    if (context.explanations().written()) {
      reason
          .append("; signed is the access key with ")
          .append(new KooGalleryCall(claim, Set.of()).describe(context.explanations().values()));
    }
    return reason.toString();
  }
}
