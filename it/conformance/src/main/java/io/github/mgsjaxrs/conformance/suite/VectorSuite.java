package io.github.mgsjaxrs.conformance.suite;

import io.github.mgsjaxrs.conformance.vectors.SignedVector;
import java.util.OptionalInt;
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

  /**
   * Tells which vectors the runtime cannot hand to a resource as they were signed. They have to be
   * refused there as malformed.
   *
   * @param name the vector's name
   * @return whether it is one of them
   */
  protected boolean isRefusedHere(String name) {
    return false;
  }

  @TestFactory
  Stream<DynamicTest> answersEveryVectorAsItExpects() {
    return SuiteKeys.vectors().vectors().stream()
        .map(vector -> DynamicTest.dynamicTest(vector.name(), () -> check(vector)));
  }

  private void check(SignedVector vector) {
    Exchange exchange = Exchange.of(endpoint(), vector.request());
    if (isRefusedHere(vector.name())) {
      exchange.isRefused(400, OptionalInt.of(7001), "parameters-malformed");
    } else if (vector.rejection().isPresent()) {
      exchange.isRefusedWithCode(vector.rejection().getAsInt());
    } else {
      exchange.isServedWhole(SuiteKeys.of(vector.algorithm()));
    }
  }
}
