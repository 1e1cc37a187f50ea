package io.github.mgsjaxrs.quarkusresteasy.application;

import io.github.mgsjaxrs.conformance.matrix.MarkedApplicationMatrix;
import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A mark on the application class protects every resource. */
class MarkedApplicationTest extends MarkedApplicationMatrix {

  static final String RUNTIME = "Quarkus RESTEasy Classic";

  private static @Nullable StartedApplication application;

  @BeforeAll
  static void start() throws Exception {
    application =
        StartedApplication.of(SuiteWars.ofMarkedApplication("marked-application"), "/marked");
  }

  @AfterAll
  static void close() throws Exception {
    if (application != null) {
      application.close();
    }
  }

  @Override
  protected Endpoint endpoint() {
    return Objects.requireNonNull(application).endpoint();
  }

  @Override
  protected MatrixProfile profile() {
    return MatrixProfile.of(RUNTIME);
  }
}
