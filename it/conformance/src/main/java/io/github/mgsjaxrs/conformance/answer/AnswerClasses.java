package io.github.mgsjaxrs.conformance.answer;

import java.util.List;

/** All of this package, to be registered where nothing scans for it. */
public final class AnswerClasses {

  private AnswerClasses() {}

  /**
   * Resources and providers.
   *
   * @return their classes
   */
  public static List<Class<?>> all() {
    return List.of(
        SignedAnswers.class,
        SignedFailures.class,
        SignedFailures.OutOfStockMapper.class,
        OutcomeWriter.class,
        AnswerChanges.Footer.class,
        AnswerChanges.Rewriting.class,
        AnswerChanges.Zipping.class,
        AnswerChanges.Replacing.class);
  }
}
