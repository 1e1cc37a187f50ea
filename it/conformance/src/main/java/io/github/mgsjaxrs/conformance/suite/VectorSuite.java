package io.github.mgsjaxrs.conformance.suite;

import io.github.mgsjaxrs.conformance.vectors.SignedVector;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every vector over HTTP. Signatures cover the path from the root of the server, so that the
 * application has to be deployed there.
 */
public abstract class VectorSuite {

  /** For the runtime's own class. */
  protected VectorSuite() {}

  /**
   * Where the application listens.
   *
   * @return an endpoint without context path
   */
  protected abstract Endpoint endpoint();

  @TestFactory
  Stream<DynamicTest> answersEveryVectorAsItExpects() {
    return SuiteKeys.vectors().vectors().stream()
        .map(vector -> DynamicTest.dynamicTest(vector.name(), () -> check(vector)));
  }

  private void check(SignedVector vector) {
    Exchange exchange = Exchange.of(endpoint(), vector.request());
    if (vector.rejection().isPresent()) {
      exchange.isRefusedWithCode(vector.rejection().getAsInt());
    } else {
      exchange.isServedWhole(SuiteKeys.of(vector.algorithm()));
    }
  }
}
