package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.internal.protection.Marks;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was found of the marks on the way to one matched method, for the filters that ask again. */
public final class EarlierFindings {

  private @Nullable Method method;
  private Marks.@Nullable Finding finding;
  private @Nullable Set<Scheme> boundBefore;

  /**
   * What the marks say of a matched method.
   *
   * @param matched the method
   * @return what one of the two filters found that look at the same time; null if this is the first
   */
  public Marks.@Nullable Finding found(Method matched) {
    return matched.equals(method) ? finding : null;
  }

  public void found(Method matched, Marks.Finding found) {
    this.method = matched;
    this.finding = found;
  }

  /**
   * What runs is not known yet.
   *
   * @param bound the scheme whose mark the runtime has found by itself, or null
   */
  public void lookAgain(@Nullable Scheme bound) {
    Set<Scheme> before = boundBefore == null ? EnumSet.noneOf(Scheme.class) : boundBefore;
    if (bound != null) {
      before.add(bound);
    }
    boundBefore = before;
  }

  /** Whether what runs was not known when it was looked at first. */
  public boolean looksAgain() {
    return boundBefore != null;
  }

  /** The schemes whose marks the runtime had found by itself then. */
  public Set<Scheme> boundBefore() {
    return boundBefore == null ? Set.of() : boundBefore;
  }
}
