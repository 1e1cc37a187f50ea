package io.github.mgsjaxrs.internal.scheme;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.request.DeclaredParts;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.request.SentContentTypes;
import io.github.mgsjaxrs.request.ContentType;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of an entity make of its bytes, and no signature covers: the boundary of its
 * parts, its charset, its coding.
 */
public final class BodyCoverage {

  private BodyCoverage() {}

  /**
   * Tells what is not covered.
   *
   * @param request the headers
   * @param entity the bytes
   * @param configured a charset that bodies are signed in, besides UTF-8; null if there is none
   * @param formsWithoutType whether the runtime reads a form where there is no Content-Type
   * @param storage where the entity lies
   * @return the parts; empty for nearly every request
   * @throws RefusalException if the entity cannot be read
   */
  public static Set<Uncovered> uncovered(
      RequestSnapshot request,
      ReplayableEntity entity,
      @Nullable Charset configured,
      boolean formsWithoutType,
      EntityStorage storage)
      throws RefusalException {
    if (entity.length() == 0) {
      return Set.of();
    }
    SentContentTypes types = request.contentTypes();
    boolean type = types.areNone() ? formsWithoutType : types.mayBeOfAnotherBody();
    boolean parts = types.mayBeOfParts() && !areAsDeclared(types, entity, storage);
    boolean coded =
        !types.first().isForm()
            && (request.encoded() || hasOtherCharset(types.first(), configured));
    if (!type && !parts && !coded) {
      return Set.of();
    }
    Set<Uncovered> uncovered = EnumSet.noneOf(Uncovered.class);
    if (type) {
      uncovered.add(Uncovered.CONTENT_TYPE);
    }
    if (parts) {
      uncovered.add(Uncovered.PARTS);
    }
    if (coded) {
      uncovered.add(Uncovered.ENCODING);
    }
    return uncovered;
  }

  private static boolean areAsDeclared(
      SentContentTypes types, ReplayableEntity entity, EntityStorage storage)
      throws RefusalException {
    DeclaredParts declared = DeclaredParts.of(types);
    try {
      return declared != null && PartsBeginning.isAsDeclared(declared, entity);
    } catch (IOException failed) {
      throw storage.unreadable(failed);
    }
  }

  private static boolean hasOtherCharset(ContentType type, @Nullable Charset configured) {
    try {
      Charset declared = type.charset();
      return declared != null && !declared.equals(UTF_8) && !declared.equals(configured);
    } catch (MalformedRequestException unreadable) {
      return true;
    }
  }
}
