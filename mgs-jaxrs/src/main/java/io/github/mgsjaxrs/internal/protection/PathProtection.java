package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.internal.request.PathViews;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.runtime.RuntimeAdapter;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import io.github.mgsjaxrs.settings.PathRule;
import io.github.mgsjaxrs.settings.PathScope;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Protection by path: a request is protected if any view of its path matches a protected pattern,
 * unless every view of it matches an exempted one.
 */
public final class PathProtection {

  private final PathScope scope;

  /** What another verifier of the application protects; null until it was looked for. */
  private volatile @Nullable PathProtection beside;

  public PathProtection(PathScope scope) {
    this.scope = scope;
  }

  /** Whether it is known what else is protected. */
  public boolean knowsBeside() {
    return beside != null;
  }

  /**
   * Protects what another verifier of the application would protect, too.
   *
   * @param other its paths, or an inactive scope where there is no other verifier
   */
  public void protectBeside(PathScope other) {
    beside = new PathProtection(other);
  }

  /** Whether automatic answers to OPTIONS pass, wherever a path is protected. */
  public boolean passesPreflight() {
    PathProtection other = beside;
    return (scope.preflight() || !scope.isActive()) && (other == null || other.passesPreflight());
  }

  /**
   * What the patterns ask of a request.
   *
   * @param context the request
   * @param target what was sent
   * @param runtime tells the application's base
   * @return the requirement, or null if the path is not protected
   */
  public @Nullable Requirement requirement(
      ContainerRequestContext context, RequestLine target, RuntimeAdapter runtime) {
    PathProtection other = beside;
    Requirement own = ofPatterns(context, target, runtime);
    Requirement others = other == null ? null : other.requirement(context, target, runtime);
    if (own == null || others == null) {
      return own == null ? others : own;
    }
    return own.and(others);
  }

  private @Nullable Requirement ofPatterns(
      ContainerRequestContext context, RequestLine target, RuntimeAdapter runtime) {
    return scope.isActive()
        ? requirement(target.path(), runtime.base(context), runtime.matchedPath(context))
        : null;
  }

  /**
   * What the patterns ask for.
   *
   * @param rawPath the path as it was sent, with the context path
   * @param base the raw path of the application's base, as it stands in front of such paths
   * @param matched the path below the base that the runtime matches resources by; null where it
   *     cannot be told
   * @return the requirement, or null if the path is not protected
   */
  public @Nullable Requirement requirement(String rawPath, String base, @Nullable String matched) {
    if (!scope.isActive()) {
      return null;
    }
    Set<String> views = new LinkedHashSet<>();
    boolean placed = addBelow(base, PathViews.of(rawPath), views);
    placed &= addMatched(matched, views);
    if (placed && views.stream().allMatch(view -> matchesAny(scope.except(), view))) {
      return null;
    }
    Requirement required = null;
    for (Map.Entry<String, PathRule> protectedPath : scope.patterns().entrySet()) {
      // a path that is not below the base in any view cannot be told: it is protected
      if (!placed || views.stream().anyMatch(view -> matches(protectedPath.getKey(), view))) {
        Requirement one = of(protectedPath.getValue());
        required = required == null ? one : required.and(one);
      }
    }
    return required == null || required.schemes().size() < 2 || isOfSeveral(views)
        ? required
        : required.readInSeveralWays();
  }

  /** Whether patterns of several schemes match one and the same path. */
  private boolean isOfSeveral(Set<String> views) {
    return views.stream()
        .anyMatch(
            view ->
                scope.patterns().entrySet().stream()
                        .filter(each -> matches(each.getKey(), view))
                        .map(each -> each.getValue().scheme())
                        .distinct()
                        .count()
                    > 1);
  }

  /** Adds the views of what the runtime matches by; tells whether that is known. */
  private static boolean addMatched(@Nullable String matched, Set<String> views) {
    if (matched == null) {
      return false;
    }
    views.addAll(PathViews.of("/" + stripLeadingSlash(matched)));
    return true;
  }

  private static Requirement of(PathRule rule) {
    return Requirement.ofKeys(rule.scheme(), rule.keys(), Coverage.AS_CONFIGURED)
        .answering(rule.operationTypes());
  }

  /** Adds the views relative to the base; tells whether every view lies below it. */
  private static boolean addBelow(String base, Set<String> absolute, Set<String> views) {
    String root = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    boolean all = true;
    for (String view : absolute) {
      int end = end(view, root);
      if (end >= 0) {
        views.add(end == view.length() ? "/" : view.substring(end));
      } else {
        all = false;
        views.add(view);
      }
    }
    return all;
  }

  /**
   * Where a base ends in a view; -1 where the view does not lie below it. Runtimes tell their base
   * with escapes or without, and views have them or not.
   */
  private static int end(String view, String root) {
    int end = -1;
    for (int slash = root.indexOf('/'); slash >= 0; slash = next(root, slash)) {
      end = next(view, end);
      if (end < 0) {
        return -1;
      }
    }
    int after = root.isEmpty() ? 0 : next(view, end);
    int length = after < 0 ? view.length() : after;
    String start = view.substring(0, length);
    return start.equals(root) || PathViews.decoded(start).equals(PathViews.decoded(root))
        ? length
        : -1;
  }

  private static int next(String view, int slash) {
    return view.indexOf('/', slash + 1);
  }

  private static String stripLeadingSlash(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }

  private static boolean matchesAny(Collection<String> patterns, String view) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, view));
  }

  private static boolean matches(String pattern, String view) {
    if (!pattern.endsWith("/*")) {
      return view.equals(pattern);
    }
    String prefix = pattern.substring(0, pattern.length() - 2);
    return view.equals(prefix) || view.startsWith(prefix + "/");
  }
}
