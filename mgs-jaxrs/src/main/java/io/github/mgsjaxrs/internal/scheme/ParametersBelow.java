package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.internal.entity.RefusalException;
import java.util.Set;

/** The parameters that a layer below JAX-RS has parsed, or would parse. */
public interface ParametersBelow {

  /**
   * The names of all of them, asked for only where an empty form makes it matter.
   *
   * @return the names in query and body together; empty where that is not known
   */
  Set<String> names();

  /**
   * Whether nobody has made parameters of a body; asked for where one reads as empty whose length
   * is not known.
   *
   * @return false also where that is not known
   */
  default boolean madeOfNoBody() {
    return names().isEmpty();
  }

  /**
   * Whether the runtime reads a form out of any body that has no Content-Type.
   *
   * @return false for most
   */
  default boolean takesFormsWithoutType() {
    return false;
  }

  /**
   * Refuses a query that is read otherwise there; asked for once the entity was read.
   *
   * @param length of the entity, in bytes
   * @throws RefusalException if whoever asks there would get other parameters than were sent
   */
  default void requireAsSent(long length) throws RefusalException {}
}
