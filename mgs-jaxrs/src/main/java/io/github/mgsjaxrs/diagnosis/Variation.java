package io.github.mgsjaxrs.diagnosis;

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
record Variation(Set<Aspect> aspects, List<Finding> findings, UnaryOperator<Reading> change) {

  Variation {
    findings = List.copyOf(findings);
  }

  static Variation of(Aspect aspect, Finding finding, UnaryOperator<Reading> change) {
    return new Variation(EnumSet.of(aspect), List.of(finding), change);
  }

  Reading apply(Reading reading) {
    return change.apply(reading);
  }

  boolean goesWith(Variation other) {
    return Collections.disjoint(aspects, other.aspects);
  }

  /** Both at once. */
  Variation and(Variation other) {
    Set<Aspect> both = EnumSet.copyOf(aspects);
    both.addAll(other.aspects);
    return new Variation(
        both,
        together(findings.get(0), other.findings.get(0)),
        reading -> other.apply(apply(reading)));
  }

  static List<Finding> together(Finding one, Finding other) {
    return List.of(one.togetherWith(other), other.togetherWith(one));
  }
}
