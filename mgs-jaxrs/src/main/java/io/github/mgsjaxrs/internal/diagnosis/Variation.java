package io.github.mgsjaxrs.internal.diagnosis;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One way in which the string to sign may have been written otherwise.
 *
 * @param aspects the parts that it changes
 * @param findings what it means if it matches; of several readings the first is the likeliest
 * @param change makes the text of it
 */
public record Variation(
    Set<Aspect> aspects, List<Finding> findings, UnaryOperator<Reading> change) {

  public Variation {
    findings = List.copyOf(findings);
  }

  public static Variation of(Aspect aspect, Finding finding, UnaryOperator<Reading> change) {
    return new Variation(EnumSet.of(aspect), List.of(finding), change);
  }

  public Reading apply(Reading reading) {
    return change.apply(reading);
  }

  public boolean goesWith(Variation other) {
    return Collections.disjoint(aspects, other.aspects);
  }

  /** Both at once. */
  public Variation and(Variation other) {
    Set<Aspect> both = EnumSet.copyOf(aspects);
    both.addAll(other.aspects);
    return new Variation(
        both,
        together(findings.get(0), other.findings.get(0)),
        reading -> other.apply(apply(reading)));
  }

  public static List<Finding> together(Finding one, Finding other) {
    return List.of(one.togetherWith(other), other.togetherWith(one));
  }
}
