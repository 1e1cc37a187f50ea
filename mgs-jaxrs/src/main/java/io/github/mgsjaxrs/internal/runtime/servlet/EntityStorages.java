package io.github.mgsjaxrs.internal.runtime.servlet;

import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.settings.Limits;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The storages of one web application, one for each verifier (those with equal limits have one
 * together): entities that are read for a servlet filter in front, and those that are read to be
 * verified, share the same limits.
 */
public final class EntityStorages {

  /** The attribute of the servlet context under which they are found. */
  public static final String ATTRIBUTE = "io.github.mgsjaxrs.servlet.storages";

  private final Map<Place, EntityStorage> known = new LinkedHashMap<>();
  private final Supplier<@Nullable Place> configured;
  private @Nullable EntityStorage early;

  /**
   * Where entities lie, and how much of them.
   *
   * @param limits what they may take
   * @param directory of temporary files; null for the platform's
   */
  public record Place(Limits limits, @Nullable Path directory) {}

  /**
   * None yet.
   *
   * @param configured tells those of the application's verifier, or null while there is none
   */
  public EntityStorages(Supplier<@Nullable Place> configured) {
    this.configured = configured;
  }

  /**
   * The storage of one verifier.
   *
   * @param limits the verifier's
   * @param directory the verifier's; null for the platform's
   * @return the same one for equal limits and directories
   */
  public EntityStorage of(Limits limits, @Nullable Path directory) {
    return of(new Place(limits, directory));
  }

  private synchronized EntityStorage of(Place place) {
    return known.computeIfAbsent(place, of -> new EntityStorage(of.limits(), of.directory()));
  }

  /**
   * The storage for who reads before it is known which verifier will be asked: the first one's. A
   * verifier that came with a feature is known from the first request of its application on; what
   * is read until then has the shipped limits, over all such requests together.
   */
  public synchronized EntityStorage first() {
    Iterator<EntityStorage> storages = known.values().iterator();
    if (storages.hasNext()) {
      return storages.next();
    }
    Place found = configured.get();
    if (found != null) {
      return of(found);
    }
    EntityStorage shipped = early;
    if (shipped == null) {
      shipped = new EntityStorage(Limits.defaults(), null);
      early = shipped;
    }
    return shipped;
  }
}
