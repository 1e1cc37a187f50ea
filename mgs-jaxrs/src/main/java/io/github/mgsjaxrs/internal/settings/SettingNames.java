package io.github.mgsjaxrs.internal.settings;

import io.github.mgsjaxrs.settings.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All names of settings, and which of them was meant by a name that is none. */
public final class SettingNames {

  /** What every name of the library starts with. */
  static final String PREFIX = "mgs.";

  /** What the environment variables of these names start with. */
  static final String ENVIRONMENT_PREFIX = "MGS_";

  // MicroProfile Config and YAML sources list the elements of a list one by one as well
  private static final Pattern ELEMENT = Pattern.compile("(.+)\\[\\d+]");

  /** The settings whose names hold no part of the operator's. */
  private final Map<String, Setting> fixed = new TreeMap<>();

  private final List<SettingGroup<?>> groups;

  /** The names of what is declared. */
  public SettingNames(SettingTable<?> table) {
    this.groups = table.groups().toList();
    table.settings().forEach(setting -> fixed.put(setting.name(), setting));
    groups.forEach(group -> group.settings().forEach(setting -> fixed.remove(setting.name())));
  }

  Set<String> fixed() {
    return fixed.keySet();
  }

  boolean isKnown(String name) {
    return fixed.containsKey(name)
        || groups.stream().anyMatch(group -> group.parse(name).isPresent());
  }

  /** The name of the list of which this is an element, or the name itself. */
  String withoutIndex(String name) {
    Matcher element = ELEMENT.matcher(name);
    return element.matches() && isList(element.group(1)) ? element.group(1) : name;
  }

  private boolean isList(String name) {
    Setting setting = fixed.get(name);
    return setting == null
        ? groups.stream().anyMatch(group -> group.hasList(name))
        : setting.list();
  }

  /** The environment variable of a name, as MicroProfile Config looks it up. */
  static String environmentName(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** The valid name that takes the fewest edits. */
  String nearest(String unknown) {
    String nearest = "";
    int fewest = Integer.MAX_VALUE;
    for (String candidate : candidates(unknown)) {
      int edits = SettingDistance.between(unknown, candidate);
      if (edits < fewest) {
        fewest = edits;
        nearest = candidate;
      }
    }
    return nearest;
  }

  private Set<String> candidates(String unknown) {
    Set<String> candidates = new TreeSet<>(fixed.keySet());
    int first = unknown.indexOf('.');
    int second = unknown.indexOf('.', first + 1);
    int last = unknown.lastIndexOf('.');
    if (second < 0 || second == last) {
      return candidates;
    }
    String part = unknown.substring(second + 1, last);
    for (SettingGroup<?> group : groups) {
      String spelled = spelledRightly(group, part);
      group.members().forEach(member -> candidates.add(group.prefix() + spelled + '.' + member));
    }
    return candidates;
  }

  private static String spelledRightly(SettingGroup<?> group, String part) {
    boolean right =
        group.members().stream()
            .anyMatch(member -> group.parse(group.prefix() + part + '.' + member).isPresent());
    boolean plain = part.indexOf('.') < 0 && part.indexOf('"') < 0;
    return right || plain ? part : SettingGroup.quote(part.replace("\"", ""));
  }
}
