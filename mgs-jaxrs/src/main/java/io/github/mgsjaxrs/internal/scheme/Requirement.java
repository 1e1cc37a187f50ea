package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.request.Escaping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a protected resource asks for besides a right signature.
 *
 * @param schemes the schemes that are asked for: a request can have one of them only, so that
 *     nothing meets a requirement with two
 * @param admitted sets of key ids: the key has to be in each
 * @param operations sets of operation types: that of the request has to be in each
 * @param headers what the signature has to be of, where it can be of headers of the application
 * @param coverage the strictest coverage that is asked for, or {@link Coverage#AS_CONFIGURED}
 * @param unmeetable why no request can meet it, and what to change; null if one can, as far as
 *     schemes do not contradict each other
 * @param ofSeveralPaths whether the request's path can be read as several, of which different
 *     schemes protect one each: that is no fault of whoever protects them
 */
public record Requirement(
    Set<Scheme> schemes,
    List<Set<String>> admitted,
    List<Set<String>> operations,
    NeededHeaders headers,
    Coverage coverage,
    @Nullable String unmeetable,
    boolean ofSeveralPaths) {

  /** A request has the signature of one scheme. */
  public static final String SEVERAL_SCHEMES =
      "A resource is protected by several schemes, and no request is signed by more than one: correct"
          + " the annotations on the way to it, or mgs.protect";

  /** A key is in each of several sets. */
  private static final String NO_COMMON_KEY =
      "A resource is protected by several marks or paths that name keys, and no key is in each of"
          + " them, so that none is admitted: ";

  private static final String NO_COMMON_OPERATION =
      "A resource is protected by several marks or paths that name operation types, and none is in"
          + " each of them, so that no call is answered: ";

  private static final String CORRECT_THEM =
      ". Correct the annotations on the way to it, or mgs.protect";

  /** Any key, coverage as configured. */
  public static final Requirement ANY_KEY = anyKey(Scheme.BACKEND);

  public Requirement {
    schemes = Set.copyOf(schemes);
    admitted = List.copyOf(admitted);
    operations = List.copyOf(operations);
  }

  public static Requirement anyKey(Scheme scheme) {
    return ofKeys(scheme, Set.of(), Coverage.AS_CONFIGURED);
  }

  public static Requirement ofKeys(Scheme scheme, Set<String> keyIds, Coverage coverage) {
    return new Requirement(
        Set.of(scheme), unlessEmpty(keyIds), List.of(), NeededHeaders.NONE, coverage, null, false);
  }

  /** The same for these operation types alone; empty for every one. */
  public Requirement answering(Set<String> operationTypes) {
    return new Requirement(
        schemes,
        admitted,
        unlessEmpty(operationTypes),
        headers,
        coverage,
        unmeetable,
        ofSeveralPaths);
  }

  /** The same for a path that can be read as several. */
  public Requirement readInSeveralWays() {
    return new Requirement(schemes, admitted, operations, headers, coverage, unmeetable, true);
  }

  /** The same with headers that have to be signed besides. */
  public Requirement needing(NeededHeaders more) {
    return new Requirement(
        schemes, admitted, operations, headers.and(more), coverage, unmeetable, ofSeveralPaths);
  }

  /**
   * Keeps closed what carries a mark that this copy of the library cannot read.
   *
   * @param mark the mark's class, which another class loader loaded
   */
  public static Requirement ofForeignMark(Class<?> mark) {
    return unmeetable(
        "A resource has the mark "
            + mark.getName()
            + " of another copy of mgs-jaxrs (loaded by "
            + mark.getClassLoader()
            + ", this one by "
            + Requirement.class.getClassLoader()
            + "), which cannot be read: keep one copy of the library in the application");
  }

  /**
   * Keeps closed what has a mark that asks for nothing which this library knows.
   *
   * @param stray what the annotation is, and what to do
   */
  public static Requirement ofStrayMark(String stray) {
    return unmeetable(stray);
  }

  /**
   * Keeps closed what may have a mark, where nobody can tell.
   *
   * @param unknown why
   */
  public static Requirement ofUnknown(RuntimeException unknown) {
    return unmeetable(
        "It cannot be told whether a resource is marked ("
            + unknown
            + "): see that requests are served by threads which the container of the application knows");
  }

  /**
   * Keeps closed what a runtime serves in a way that it does not tell.
   *
   * @param untold what it does not tell, and what to do
   */
  public static Requirement ofUntold(MgsConfigurationException untold) {
    return unmeetable(String.valueOf(untold.getMessage()));
  }

  /**
   * Keeps closed what has a mark that nobody can read.
   *
   * @param marked the class, whose loader does not see this library
   */
  public static Requirement ofUnseenMark(Class<?> marked) {
    return unmeetable(
        marked.getName()
            + " has a mark in its class file, and its class loader ("
            + marked.getClassLoader()
            + ") does not see mgs-jaxrs, so that the JVM left the mark out: put the library where this"
            + " class sees it, into lib/ of the enterprise application, say");
  }

  /**
   * Keeps closed what stands behind a proxy that tells nothing.
   *
   * @param proxy the proxy's class, or that of a resource which a container has made by code
   */
  public static Requirement ofUnseenClass(Class<?> proxy) {
    return unmeetable(
        "A resource stands behind "
            + proxy.getName()
            + ", and nobody can tell which class that is, so that its marks are not known: return the"
            + " object itself instead of a proxy, or a bean of its own class instead of what a producer"
            + " makes, with mgs-cdi for beans and session beans; or mark the interface that it shows; in"
            + " a servlet of CXF let one of its own resource providers make it. If"
            + " nothing behind it is marked, @MgsUnsigned on the locator that returns it says so");
  }

  private static Requirement unmeetable(String why) {
    return new Requirement(
        Set.of(Scheme.BACKEND),
        List.of(),
        List.of(),
        NeededHeaders.NONE,
        Coverage.AS_CONFIGURED,
        why,
        false);
  }

  private static List<Set<String>> unlessEmpty(Set<String> words) {
    return words.isEmpty() ? List.of() : List.of(words);
  }

  public Requirement and(Requirement other) {
    Set<Scheme> all = EnumSet.copyOf(schemes);
    all.addAll(other.schemes);
    return new Requirement(
        all,
        joined(admitted, other.admitted),
        joined(operations, other.operations),
        headers.and(other.headers),
        coverage.or(other.coverage),
        unmeetable == null ? other.unmeetable : unmeetable,
        ofSeveralPaths || other.ofSeveralPaths);
  }

  private static List<Set<String>> joined(List<Set<String>> some, List<Set<String>> more) {
    List<Set<String>> both = new ArrayList<>(some);
    both.addAll(more);
    return both;
  }

  /** Why no request can meet it, and what to change; null if one can. */
  public @Nullable String whyNothingMeetsIt() {
    if (unmeetable != null) {
      return unmeetable;
    }
    if (schemes.size() > 1) {
      return SEVERAL_SCHEMES;
    }
    if (areContradictory(admitted)) {
      return NO_COMMON_KEY + told(admitted) + CORRECT_THEM;
    }
    return areContradictory(operations)
        ? NO_COMMON_OPERATION + told(operations) + CORRECT_THEM
        : null;
  }

  private static boolean areContradictory(List<Set<String>> sets) {
    return !sets.isEmpty()
        && sets.get(0).stream()
            .noneMatch(word -> sets.stream().allMatch(other -> other.contains(word)));
  }

  /** In an order, as that of sets differs between JVMs. */
  private static String told(List<Set<String>> sets) {
    return sets.stream()
        .distinct()
        .map(words -> new TreeSet<>(words).toString())
        .collect(Collectors.joining(" and "));
  }

  /** The scheme that is asked for; of several the first, as a set's order differs between JVMs. */
  public Scheme scheme() {
    return Collections.min(schemes);
  }

  /** An unlisted key is refused as if unknown, so that nobody learns which keys exist. */
  public void requireAdmitted(String keyId) throws RefusalException {
    if (!admits(keyId)) {
      throw new RefusalException(
          Rejection.KEY_UNKNOWN,
          "key '" + Escaping.oneLine(keyId) + "' is not admitted for this resource");
    }
  }

  public boolean admits(String keyId) {
    for (int i = 0; i < admitted.size(); i++) {
      if (!admitted.get(i).contains(keyId)) {
        return false;
      }
    }
    return true;
  }

  /** What is signed for one operation is not to be served by the resource of another. */
  public void requireOperation(String operationType) throws RefusalException {
    for (Set<String> answered : operations) {
      if (!answered.contains(operationType)) {
        throw new RefusalException(
            Rejection.NOT_COVERED,
            "the request is signed for the operation '"
                + Escaping.oneLine(operationType)
                + "', which this resource does not answer");
      }
    }
  }

  /** Without a named operation, a call can be sent to any resource. */
  public Set<Uncovered> uncoveredOperation() {
    return operations.isEmpty() ? Set.of(Uncovered.OPERATION) : Set.of();
  }

  private static Set<Uncovered> with(Set<Uncovered> some, Set<Uncovered> more) {
    Set<Uncovered> both = EnumSet.noneOf(Uncovered.class);
    both.addAll(some);
    both.addAll(more);
    return both;
  }

  /** The coverage that is asked for, or else what is configured. */
  public Coverage coverage(Coverage configured) {
    return coverage == Coverage.AS_CONFIGURED ? configured : coverage;
  }

  /** For a request that was verified already, with less asked for. */
  public void requireMet(Verified verified, Coverage configured) throws RefusalException {
    requireAdmitted(verified.keyId());
    Set<Uncovered> uncovered = verified.stringToSign().uncovered();
    String operation = verified.stringToSign().operation().orElse(null);
    if (operation != null) {
      requireOperation(operation);
      uncovered = with(uncovered, uncoveredOperation());
    }
    Set<String> signed = verified.stringToSign().signedHeaders().orElse(null);
    if (signed != null) {
      headers.requireSigned(signed, coverage(configured));
    }
    RequiredCoverage.requireCovered(
        uncovered, coverage(configured), verified.stringToSign()::describe);
  }
}
