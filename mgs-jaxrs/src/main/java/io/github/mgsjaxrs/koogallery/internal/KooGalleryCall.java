package io.github.mgsjaxrs.koogallery.internal;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.Verified.SignedText;
import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.koogallery.KooGallerySettings.Version;
import java.util.Set;

/**
 * What KooGallery signed, as far as it is kept: the body of version 2 is not.
 *
 * @param claim what the request says
 * @param uncovered what is not covered
 */
public record KooGalleryCall(KooGalleryClaim claim, Set<Uncovered> uncovered)
    implements SignedText {

  public KooGalleryCall {
    uncovered = Set.copyOf(uncovered);
  }

  @Override
  public String describe(boolean values) {
    return claim.version() == Version.V1
        ? claim.query().describe(values)
        : Escaping.oneLine(claim.nonce() + claim.timestamp()) + " and the body's HMAC-SHA256";
  }

  /** The text without the values of its parameters. */
  @Override
  public String toString() {
    return describe(false);
  }
}
