package io.github.mgsjaxrs.quickstart;

import io.github.mgsjaxrs.conformance.suite.LoadTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The jar under load, started as its users do. */
final class LoadedQuickstart implements LoadTarget {

  @Override
  public List<String> command(List<String> jvm, Path settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.add("-Dquickstart.port=0");
    command.add("-Dsmallrye.config.locations=" + settings);
    command.addAll(List.of("-jar", System.getProperty("quickstart.jar")));
    return command;
  }
}
