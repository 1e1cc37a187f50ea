package io.github.mgsjaxrs.jersey.undeploy;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** The JVM's own count of this library's objects, after a garbage collection. */
final class ClassHistogram {

  private static final Pattern LINE =
      Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(io\\.github\\.mgsjaxrs\\.\\S+).*");

  private final List<Entry> entries;

  private ClassHistogram(List<Entry> entries) {
    this.entries = entries;
  }

  private record Entry(String name, long instances) {}

  static ClassHistogram take() {
    try {
      String text =
          (String)
              ManagementFactory.getPlatformMBeanServer()
                  .invoke(
                      new ObjectName("com.sun.management:type=DiagnosticCommand"),
                      "gcClassHistogram",
                      new Object[] {new String[0]},
                      new String[] {String[].class.getName()});
      return new ClassHistogram(
          text.lines()
              .map(LINE::matcher)
              .filter(Matcher::matches)
              .map(line -> new Entry(line.group(2), Long.parseLong(line.group(1))))
              .toList());
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many objects of all classes there are. */
  long instances() {
    return entries.stream().mapToLong(Entry::instances).sum();
  }

  /** How many loaders have objects of a class of that name: each class is listed for itself. */
  Map<String, Integer> loaders() {
    Map<String, Integer> loaders = new TreeMap<>();
    entries.stream()
        .filter(entry -> !entry.name().contains("$$Lambda"))
        .forEach(entry -> loaders.merge(entry.name(), 1, Integer::sum));
    return loaders;
  }
}
