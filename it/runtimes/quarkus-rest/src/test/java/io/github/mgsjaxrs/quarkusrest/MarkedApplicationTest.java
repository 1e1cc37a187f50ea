package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.matrix.MarkedApplicationMatrix;
import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

/** A mark on the application class protects every resource. */
@QuarkusTest
@TestProfile(MarkedApplicationTest.Marked.class)
class MarkedApplicationTest extends MarkedApplicationMatrix {

  /** The application has the mark. */
  public static class Marked implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("suite.application", "marked");
    }
  }

  @Override
  protected Endpoint endpoint() {
    return QuarkusServer.endpoint();
  }

  @Override
  protected MatrixProfile profile() {
    return MatrixTest.profileOf(MatrixTest.RUNTIME);
  }
}
