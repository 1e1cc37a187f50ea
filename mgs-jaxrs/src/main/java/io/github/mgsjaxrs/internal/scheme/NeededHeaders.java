package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.request.Escaping;
import java.util.Set;
import java.util.TreeSet;

/**
 * The headers that a signature has to be of, where it can be of any.
 *
 * @param required those that somebody asks for, in lower case
 * @param read those that the resource is known to read, in lower case: the strictest coverage alone
 *     asks for them
 * @param unseen where the resource reads what nobody knows, in words: the strictest coverage alone
 *     refuses it
 */
public record NeededHeaders(Set<String> required, Set<String> read, Set<String> unseen) {

  /** Nobody asks for any. */
  public static final NeededHeaders NONE = new NeededHeaders(Set.of(), Set.of(), Set.of());

  public NeededHeaders {
    required = Set.copyOf(required);
    read = Set.copyOf(read);
    unseen = Set.copyOf(unseen);
  }

  /** Those that somebody asks for. */
  public static NeededHeaders ofRequired(Set<String> required) {
    return new NeededHeaders(required, Set.of(), Set.of());
  }

  /** All of both. */
  public NeededHeaders and(NeededHeaders other) {
    return new NeededHeaders(
        joined(required, other.required), joined(read, other.read), joined(unseen, other.unseen));
  }

  private static Set<String> joined(Set<String> some, Set<String> more) {
    Set<String> both = new TreeSet<>(some);
    both.addAll(more);
    return both;
  }

  /**
   * Refuses a signature that is not of them.
   *
   * @param signed the headers that it is of with their values, in lower case
   * @param coverage what is refused of what it does not cover
   * @throws RefusalException if one is missing
   */
  public void requireSigned(Set<String> signed, Coverage coverage) throws RefusalException {
    requireRequired(required, signed);
    if (!coverage.refuses(Uncovered.HEADER)) {
      return;
    }
    if (!unseen.isEmpty()) {
      throw new RefusalException(
          Rejection.NOT_COVERED,
          "nobody can tell which headers the resource reads by the bean that "
              + Escaping.oneLine(new TreeSet<>(unseen).first())
              + " takes, as its class is not known there: declare one that is neither abstract nor a"
              + " type variable; mgs.coverage, or coverage on the resource, refuses that");
    }
    if (!signed.containsAll(read)) {
      throw new RefusalException(
          Rejection.NOT_COVERED,
          "the signature does not cover the header '"
              + missing(read, signed)
              + "', which the resource reads; mgs.coverage, or coverage on the resource, refuses"
              + " that");
    }
  }

  /** Refuses a signature that is not of some headers. */
  public static void requireRequired(Set<String> required, Set<String> signed)
      throws RefusalException {
    if (!signed.containsAll(required)) {
      throw new RefusalException(
          Rejection.NOT_COVERED,
          "the signature is not of the header '"
              + missing(required, signed)
              + "', which has to be signed, and sent, here");
    }
  }

  /** The first one, in an order, as that of sets differs between JVMs. */
  private static String missing(Set<String> needed, Set<String> signed) {
    TreeSet<String> missing = new TreeSet<>(needed);
    missing.removeAll(signed);
    return Escaping.oneLine(missing.first());
  }
}
