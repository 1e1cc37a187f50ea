package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.Scheme;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * What the mark of one scheme asks for, by its members.
 *
 * @param <A> the mark
 */
public interface MarkMeaning<A extends Annotation> {

  /** The scheme that it is the mark of. */
  Scheme scheme();

  /** The mark. */
  Class<A> type();

  /** What one of them asks for. */
  Requirement requirement(A mark);

  /**
   * What an annotation asks for; null if its class is another one, such as that of another copy.
   */
  default @Nullable Requirement of(Annotation mark) {
    return type().isInstance(mark) ? requirement(type().cast(mark)) : null;
  }
}
