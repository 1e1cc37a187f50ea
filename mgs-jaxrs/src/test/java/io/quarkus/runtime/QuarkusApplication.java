package io.quarkus.runtime;

/** As much of the API of Quarkus as is asked. */
public interface QuarkusApplication {

  /** Runs the application. */
  int run(String... arguments) throws Exception;
}
