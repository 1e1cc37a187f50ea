package io.github.mgsjaxrs.koogallery.internal;

import io.github.mgsjaxrs.internal.scheme.SignatureClaim;
import io.github.mgsjaxrs.koogallery.KooGallerySettings.Version;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryQuery;
import java.util.List;

/**
 * What a request of KooGallery says of its signature.
 *
 * @param version the version of the interface
 * @param signature {@code authToken}, or {@code signature}
 * @param timestamp when it was signed, as written
 * @param nonce {@code nonce}; empty in version 1
 * @param query the query with all of them
 * @param keyIds the keys to be tried
 */
public record KooGalleryClaim(
    Version version,
    String signature,
    String timestamp,
    String nonce,
    KooGalleryQuery query,
    List<String> keyIds)
    implements SignatureClaim {

  /** Neither the signature nor what it is of. */
  @Override
  public String toString() {
    return "KooGalleryClaim[" + version + "]";
  }
}
