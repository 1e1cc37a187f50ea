package io.github.mgsjaxrs;

import io.github.mgsjaxrs.protocol.Escaping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the settings of a source by name, and what is wrong with the names. */
final class SettingReader {

  private static final System.Logger LOG = System.getLogger(MgsConfiguration.class.getName());

  private final SettingSource source;
  private final SettingFaults faults;
  private final Set<String> listed = new TreeSet<>();

  SettingReader(SettingSource source, SettingFaults faults) {
    this.source = source;
    this.faults = faults;
    source.names().stream()
        .filter(
            name ->
                name.startsWith(SettingNames.PREFIX)
                    || name.startsWith(SettingNames.ENVIRONMENT_PREFIX))
        .forEach(listed::add);
  }

  /** The value exactly as given, or null where it is not set or a fault. */
  @Nullable String exact(String name) {
    return faults.attempt(() -> source.value(name));
  }

  /** The value exactly as given; an empty one counts as not set. */
  @Nullable String text(String name) {
    String value = exact(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** Passes the value on, read as the form asks, if it is set and right. */
  <T> void read(String name, BiFunction<String, String, T> form, Consumer<T> taker) {
    String value = text(name);
    if (value != null) {
      take(name, () -> form.apply(name, value.strip()), taker);
    }
  }

  /** Passes on what is read; what its taker refuses is a fault of this setting. */
  <T> void take(String name, Supplier<T> reading, Consumer<T> taker) {
    faults.attempt(
        () -> {
          T value = reading.get();
          try {
            taker.accept(value);
          } catch (IllegalArgumentException refused) {
            throw new MgsConfigurationException(name + ": " + refused.getMessage(), refused);
          }
          return null;
        });
  }

  /** The elements of a list, given as one text or one by one; empty where it is not set. */
  List<String> list(String name) {
    String value = text(name);
    if (value != null) {
      List<String> elements = SettingValues.list(value);
      if (elements.isEmpty()) {
        faults.add(name + " is '" + Escaping.oneLine(value) + "', which names nothing");
      }
      return elements;
    }
    List<String> elements = new ArrayList<>();
    for (int i = 0; ; i++) {
      String element = text(name + "[" + i + "]");
      if (element == null) {
        return elements;
      }
      elements.add(element.strip());
    }
  }

  /**
   * What the operator named in the settings of a group, with the names that name it.
   *
   * @return subject to the listed names of its settings
   */
  Map<String, Set<String>> subjects(SettingGroup group) {
    Map<String, Set<String>> subjects = new TreeMap<>();
    for (String name : listed) {
      group
          .parse(SettingNames.withoutIndex(name))
          .ifPresent(
              found -> subjects.computeIfAbsent(found.subject(), id -> new TreeSet<>()).add(name));
    }
    dropGuesses(subjects);
    return subjects;
  }

  // A source may list names that it guesses from environment variables: MGS_KEYS__MY_ID__SALT as
  // mgs.keys."my.id".salt. Where the variable belongs to 'my-id', which another source names, there
  // is no key 'my.id'.
  private void dropGuesses(Map<String, Set<String>> subjects) {
    Map<String, String> named = new LinkedHashMap<>();
    subjects.forEach(
        (subject, names) -> {
          if (!names.stream().allMatch(this::isListedAsVariable)) {
            named.put(SettingNames.environmentName(subject), subject);
          }
        });
    subjects
        .entrySet()
        .removeIf(
            entry -> {
              String twin = named.get(SettingNames.environmentName(entry.getKey()));
              return twin != null
                  && !twin.equals(entry.getKey())
                  && entry.getValue().stream().allMatch(this::isListedAsVariable);
            });
  }

  private boolean isListedAsVariable(String name) {
    return listed.contains(SettingNames.environmentName(name));
  }

  /**
   * The value of one setting of a group in whichever spelling it is given; an empty one counts as
   * not set.
   *
   * @param subjects everything that is named in this group
   */
  @Nullable String member(SettingGroup group, String subject, String member, Set<String> subjects) {
    Map<String, String> given = new TreeMap<>();
    for (String spelling : group.spellings(subject, member)) {
      String value = text(spelling);
      if (value != null) {
        refuseSharedVariable(group, subject, member, spelling, subjects);
        given.put(spelling, value);
      }
    }
    if (Set.copyOf(given.values()).size() > 1) {
      faults.add(
          "One setting has two values, by "
              + String.join(" and ", given.keySet())
              + ": keep one of them");
    }
    return given.isEmpty() ? null : given.values().iterator().next();
  }

  /** The elements of a group's list, in whichever spelling and form it is given. */
  Set<String> memberList(SettingGroup group, String subject, String member, Set<String> subjects) {
    String value = member(group, subject, member, subjects);
    if (value != null) {
      return new LinkedHashSet<>(SettingValues.list(value));
    }
    Set<String> elements = new LinkedHashSet<>();
    group.spellings(subject, member).forEach(spelling -> elements.addAll(list(spelling)));
    return elements;
  }

  // Two ids such as 'Orders' and 'orders' have one environment variable: the salt of one must not
  // become the salt of the other.
  private void refuseSharedVariable(
      SettingGroup group, String subject, String member, String spelling, Set<String> subjects) {
    if (listed.contains(spelling)) {
      return;
    }
    String variable = SettingNames.environmentName(spelling);
    for (String other : subjects) {
      if (!other.equals(subject)
          && group.spellings(other, member).stream()
              .map(SettingNames::environmentName)
              .anyMatch(variable::equals)) {
        faults.add(
            variable
                + " may be meant for '"
                + Escaping.oneLine(subject)
                + "' or for '"
                + Escaping.oneLine(other)
                + "': set "
                + group.quoted(subject, member)
                + " where names keep their case and signs, a properties file, say");
      }
    }
  }

  /**
   * Finds the names that are no settings: a fault each, environment variables a warning.
   *
   * @param used the settings of groups that were looked up
   */
  void refuseUnknownNames(Set<String> used) {
    Set<String> variables = new TreeSet<>();
    SettingNames.fixed().forEach(name -> variables.add(SettingNames.environmentName(name)));
    used.forEach(name -> variables.add(SettingNames.environmentName(name)));
    for (String name : listed) {
      if (name.startsWith(SettingNames.ENVIRONMENT_PREFIX)) {
        if (!variables.contains(name)) {
          LOG.log(
              System.Logger.Level.WARNING,
              "The environment variable {0} is no setting that is looked for, and has no effect",
              name);
        }
      } else if (!SettingNames.isKnown(SettingNames.withoutIndex(name))
          && !isListedAsVariable(name)) {
        faults.add(
            Escaping.oneLine(name)
                + " is no setting: the nearest is "
                + SettingNames.nearest(name)
                + ", set that or remove this one");
      }
    }
  }

  /** All spellings of the settings of these subjects. */
  static Set<String> spellings(SettingGroup group, Set<String> subjects) {
    Set<String> spellings = new TreeSet<>();
    for (String subject : subjects) {
      group.members().forEach(member -> spellings.addAll(group.spellings(subject, member)));
    }
    return spellings;
  }
}
