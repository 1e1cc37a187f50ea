package io.github.mgsjaxrs.koogallery.internal;

import io.github.mgsjaxrs.KooGallerySigned;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.internal.scheme.MarkMeaning;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import java.util.List;
import java.util.Set;

/** What {@link KooGallerySigned} asks for. */
public final class KooGalleryMark implements MarkMeaning<KooGallerySigned> {

  @Override
  public Scheme scheme() {
    return Scheme.KOOGALLERY;
  }

  @Override
  public Class<KooGallerySigned> type() {
    return KooGallerySigned.class;
  }

  @Override
  public Requirement requirement(KooGallerySigned mark) {
    return Requirement.ofKeys(Scheme.KOOGALLERY, Set.copyOf(List.of(mark.keys())), mark.coverage());
  }
}
