package io.github.mgsjaxrs.conformance.suite;

import io.github.mgsjaxrs.conformance.report.MatrixReport;
import io.github.mgsjaxrs.conformance.report.MatrixReport.Outcome;
import io.github.mgsjaxrs.conformance.vectors.SignedVector;
import io.github.mgsjaxrs.conformance.vectors.Vectors;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every vector over HTTP. Signatures cover the path from the root of the server, so that the
 * application has to be deployed there.
 */
public abstract class VectorSuite {

  private final Vectors vectors;
  private final String matrix;

  /** For the runtime's own class. */
  protected VectorSuite() {
    this(SuiteKeys.vectors(), "vectors");
  }

  /**
   * For those of another scheme.
   *
   * @param vectors its vectors
   * @param matrix what they are called in the table of all runtimes
   */
  VectorSuite(Vectors vectors, String matrix) {
    this.vectors = vectors;
    this.matrix = matrix;
  }

  /**
   * Where the application listens.
   *
   * @return an endpoint without context path
   */
  protected abstract Endpoint endpoint();

  /**
   * Tells which vectors the runtime cannot hand to a resource as they were signed. They have to be
   * refused there.
   *
   * @param name the vector's name
   * @return whether it is one of them
   */
  protected boolean isRefusedHere(String name) {
    return false;
  }

  /**
   * Tells which vectors the runtime's own HTTP layer refuses, so that nobody else sees them.
   *
   * @param name the vector's name
   * @return whether it is one of them
   */
  protected boolean isRefusedByTheServer(String name) {
    return false;
  }

  /**
   * Names the runtime in the table of all of them.
   *
   * @return its name, or "" for a second run that shall not be in the table
   */
  protected String runtime() {
    return "";
  }

  @TestFactory
  Stream<DynamicTest> answersEveryVectorAsItExpects() {
    List<SignedVector> all = vectors.vectors();
    MatrixReport report = new MatrixReport(runtime(), matrix, all.size());
    return all.stream()
        .map(vector -> DynamicTest.dynamicTest(vector.name(), () -> check(vector, report)));
  }

  private void check(SignedVector vector, MatrixReport report) {
    Exchange exchange = Exchange.of(endpoint(), vector.request());
    String name = (matrix.equals("vectors") ? "vector: " : matrix + ": ") + vector.name();
    if (isRefusedByTheServer(vector.name())) {
      exchange.isRefusedByTheServer();
      report.add(name, Outcome.REFUSED_BY_SERVER, "");
      return;
    }
    if (isRefusedHere(vector.name())) {
      isRefusedHere(exchange);
      report.add(name, Outcome.CANNOT_HOLD, "refused");
      return;
    }
    if (vector.rejection().isPresent()) {
      isRefused(exchange, vector);
    } else {
      isServed(exchange, vector);
    }
    report.add(name, Outcome.HOLDS, "");
  }

  void isRefused(Exchange exchange, SignedVector vector) {
    exchange.isRefusedWithCode(vector.rejection().getAsInt());
  }

  void isServed(Exchange exchange, SignedVector vector) {
    exchange.isServedWhole(SuiteKeys.of(vector.algorithm()));
  }

  void isRefusedHere(Exchange exchange) {
    exchange.isRefused(401, OptionalInt.of(7002), "not-covered");
  }
}
