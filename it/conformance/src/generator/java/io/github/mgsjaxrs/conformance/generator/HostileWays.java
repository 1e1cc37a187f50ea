package io.github.mgsjaxrs.conformance.generator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The resources of the hostile application, numbered as they come, and what is asked of each. */
final class HostileWays {

  /** Where resources are written that need the same APIs. */
  static final class Part {
    final String name;
    final StringBuilder source = new StringBuilder();
    final List<String> roots = new ArrayList<>();
    final List<String> others = new ArrayList<>();
    private int count;

    private Part(String name) {
      this.name = name;
    }

    private String last() {
      return "C" + count;
    }

    private String path() {
      return "matrix/hostile/" + name + "/" + last().toLowerCase(Locale.ROOT);
    }
  }

  /** One request: {@code HostileMatrix.Case}. */
  record Row(String name, String path, String rule, String part) {}

  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();

  Collection<Part> parts() {
    return parts.values();
  }

  List<Row> rows() {
    return rows;
  }

  private Part part(String name) {
    return parts.computeIfAbsent(name, Part::new);
  }

  /**
   * Takes a resource whose source has @ID@ where its own number, and @PATH@ where its path goes.
   */
  void add(String part, String name, String rule, String below, String source) {
    Part to = part(part);
    to.count++;
    to.source.append("  // ").append(name).append("\n");
    to.source.append(source.replace("@ID@", to.last()).replace("@PATH@", to.path())).append("\n");
    to.roots.add(to.last());
    also(part, name, rule, below);
  }

  /** Another request to the resource that was added last. */
  void also(String part, String name, String rule, String below) {
    rows.add(new Row(name, "/" + part(part).path() + below, rule, part));
  }

  /** A runtime that tells the ends of a way alone leaves in doubt what lies between them. */
  void alsoWhereWaysAreTold(String name, String rule, String below) {
    rows.add(new Row(name, "/" + part("plain").path() + below, rule, "ways"));
  }

  /** A class of the resource that was added last, which is registered as a root too. */
  void rootBeside(String part, String suffix) {
    part(part).roots.add(part(part).last() + suffix);
  }

  /** A class of the resource that was added last, which is a bean without being a root. */
  void beside(String part, String suffix) {
    part(part).others.add(part(part).last() + suffix);
  }
}
