package io.github.mgsjaxrs.conformance.suite;

import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import java.nio.file.Path;
import java.util.List;

/** An application that can be started in a process of its own. */
@FunctionalInterface
public interface LoadTarget {

  /**
   * The command that starts it. It prints its base URI first, {@code http://127.0.0.1:8080/}, and
   * serves the echo until it is told to end.
   *
   * @param jvm options of the JVM
   * @param settings a file with {@code mgs.*} settings
   * @return the command and its arguments
   */
  List<String> command(List<String> jvm, Path settings);

  /**
   * What else it serves.
   *
   * @param key signs it
   * @return none, unless overridden
   */
  default List<LoadCase> more(GatewayKey key) {
    return List.of();
  }
}
