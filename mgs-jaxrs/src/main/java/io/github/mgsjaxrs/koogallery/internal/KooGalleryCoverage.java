package io.github.mgsjaxrs.koogallery.internal;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.koogallery.KooGallerySettings.Version;
import jakarta.ws.rs.HttpMethod;
import java.util.EnumSet;
import java.util.Set;

/** What the signatures of KooGallery leave open. */
public final class KooGalleryCoverage {

  private KooGalleryCoverage() {}

  /**
   * Refuses the one version by the methods of the other, whatever the coverage is: the query that
   * version 1 signs would bring along any body, and the body that version 2 signs any query.
   */
  public static void requireMethod(KooGalleryClaim claim, RequestSnapshot request)
      throws RefusalException {
    String method = request.method();
    boolean readsQuery = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    if (readsQuery != (claim.version() == Version.V1)) {
      throw new RefusalException(
          Rejection.NOT_COVERED,
          "a request with "
              + (readsQuery ? "signature and nonce, of version 2," : "authToken, of version 1,")
              + " came by "
              + Escaping.oneLine(method)
              + ", whose "
              + (readsQuery ? "query" : "body")
              + " it does not sign");
    }
  }

  /** What else could be changed; whether that is refused is a setting. */
  public static Set<Uncovered> uncovered(
      KooGalleryClaim claim, RequestSnapshot request, boolean body) {
    Set<Uncovered> uncovered = EnumSet.noneOf(Uncovered.class);
    boolean v1 = claim.version() == Version.V1;
    if (!request.method().equals(v1 ? HttpMethod.GET : HttpMethod.POST)) {
      uncovered.add(Uncovered.METHOD);
    }
    if (v1) {
      uncovered.addAll(claim.query().uncovered());
      if (body) {
        uncovered.add(Uncovered.BODY);
      }
    } else if (claim.query().hasOthers()) {
      uncovered.add(Uncovered.QUERY);
    }
    return uncovered;
  }
}
