package io.github.mgsjaxrs.internal.entity;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** A layer below JAX-RS that others read the entity from, and that can hand it out again. */
public interface EntityHolder {

  /**
   * The entity was read to its end; whoever asks from now on gets it from here.
   *
   * @param entity what was read
   * @param form the charset in which it was verified as a form, which everybody reads it in from
   *     now on; null where it was not
   */
  void keep(ReplayableEntity entity, @Nullable Charset form);

  /**
   * The entity was begun and could not be kept, and its request is served all the same.
   *
   * @param entity what was read, and then the rest
   */
  void restore(BegunEntity entity);

  /** Lets nobody read the entity of a request that was refused. */
  void drop();
}
