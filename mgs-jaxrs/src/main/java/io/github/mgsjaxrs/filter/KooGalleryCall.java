package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.KooGallerySettings.Version;
import io.github.mgsjaxrs.protocol.SignedText;
import io.github.mgsjaxrs.protocol.Uncovered;
import java.util.Set;

/**
 * What is left of the text that KooGallery signed: neither values nor body are kept.
 *
 * @param version the version of the interface
 * @param described the text without its values, escaped
 * @param uncovered what is not covered
 */
record KooGalleryCall(Version version, String described, Set<Uncovered> uncovered)
    implements SignedText {

  KooGalleryCall {
    uncovered = Set.copyOf(uncovered);
  }

  @Override
  public String describe(boolean values) {
    return described;
  }

  /** The text without its values. */
  @Override
  public String toString() {
    return described;
  }
}
