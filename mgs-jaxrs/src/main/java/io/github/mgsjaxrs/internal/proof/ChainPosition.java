package io.github.mgsjaxrs.internal.proof;

import jakarta.servlet.FilterChain;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a filter chain has run. The chains of Tomcat and of Open Liberty count their filters and
 * never count back: what runs the rest of such a chain for the second time would go past all
 * filters in it, those of the application too.
 */
public final class ChainPosition {

  private final FilterChain chain;
  private final List<Count> counts = new ArrayList<>();

  private record Count(Field field, int value) {}

  private ChainPosition(FilterChain chain) {
    this.chain = chain;
  }

  /**
   * Where a chain stands now.
   *
   * @param chain the container's chain, by whatever names it counts
   * @throws IllegalStateException if it does not let itself be looked at: nobody knows then whether
   *     it can run twice
   */
  public static ChainPosition of(FilterChain chain) {
    ChainPosition position = new ChainPosition(chain);
    @Nullable Class<?> type = chain.getClass();
    try {
      while (type != null) {
        for (Field field : type.getDeclaredFields()) {
          if (field.getType() == int.class
              && (field.getModifiers() & (Modifier.STATIC | Modifier.FINAL)) == 0) {
            field.setAccessible(true);
            position.counts.add(new Count(field, field.getInt(chain)));
          }
        }
        type = type.getSuperclass();
      }
    } catch (ReflectiveOperationException | RuntimeException hidden) {
      throw unknown(chain, hidden);
    }
    return position;
  }

  /** Lets the chain run from there again. */
  public void restore() {
    try {
      for (Count count : counts) {
        count.field().setInt(chain, count.value());
      }
    } catch (ReflectiveOperationException | RuntimeException hidden) {
      throw unknown(chain, hidden);
    }
  }

  private static IllegalStateException unknown(FilterChain chain, Exception hidden) {
    return new IllegalStateException(
        "The filter chain "
            + chain.getClass().getName()
            + " does not tell how far it has run: map the JAX-RS runtime as a servlet instead of a"
            + " servlet filter",
        hidden);
  }
}
