package io.github.mgsjaxrs.internal.settings;

import io.github.mgsjaxrs.internal.request.Escaping;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the operator named in the settings of one group, and the values that it was given. */
final class SettingSubjects {

  private final SettingGroup<?> group;
  private final SettingReader reader;
  private final SettingFaults faults;
  // subject to the listed names of its settings
  private final Map<String, Set<String>> named = new TreeMap<>();

  SettingSubjects(SettingGroup<?> group, SettingReader reader) {
    this.group = group;
    this.reader = reader;
    this.faults = reader.faults();
    for (String name : reader.listed()) {
      group
          .parse(reader.names().withoutIndex(name))
          .ifPresent(found -> names(found.subject()).add(name));
    }
    dropGuesses();
  }

  private Set<String> names(String subject) {
    return named.computeIfAbsent(subject, key -> new TreeSet<>());
  }

  // A source may list names that it guesses from environment variables: MGS_KEYS__MY_ID__SALT as
  // mgs.keys."my.id".salt. Where the variable belongs to 'my-id', which another source names, there
  // is no key 'my.id'.
  private void dropGuesses() {
    Set<String> sure = new TreeSet<>();
    named.forEach(
        (subject, names) -> {
          if (!isGuessed(names)) {
            sure.add(SettingNames.environmentName(subject));
          }
        });
    named
        .entrySet()
        .removeIf(
            subject ->
                isGuessed(subject.getValue())
                    && sure.contains(SettingNames.environmentName(subject.getKey())));
  }

  private boolean isGuessed(Set<String> names) {
    return names.stream().allMatch(reader::isListedAsVariable);
  }

  /** Adds what was named elsewhere, so that its settings are looked for too. */
  void alsoNamed(Collection<String> subjects) {
    subjects.forEach(this::names);
  }

  Set<String> all() {
    return named.keySet();
  }

  /** One setting of a subject, in whichever spelling it is given. */
  WrittenSetting written(String subject, String member) {
    return new WrittenSetting() {
      @Override
      public String name() {
        return SettingSubjects.this.name(subject, member);
      }

      @Override
      public @Nullable String exact() {
        return text();
      }

      @Override
      public @Nullable String text() {
        return value(subject, member);
      }

      @Override
      public List<String> list() {
        return SettingSubjects.this.list(subject, member);
      }

      // to take this for "every key" would open what was to be closed
      @Override
      public boolean isEmptyList() {
        return isListed(subject, member) || text() != null;
      }
    };
  }

  /** Whether a source lists this setting of a subject. */
  private boolean isListed(String subject, String member) {
    return !listedNames(subject, member).isEmpty();
  }

  /** The name of a setting as the operator wrote it, or as it may be written. */
  private String name(String subject, String member) {
    return listedNames(subject, member).stream()
        .findFirst()
        .orElseGet(() -> group.quoted(subject, member));
  }

  /** The value in whichever spelling it is given; an empty one counts as not set. */
  private @Nullable String value(String subject, String member) {
    Map<String, String> given = new TreeMap<>();
    for (String spelling : spellings(subject, member)) {
      String value = reader.text(spelling);
      if (value != null) {
        refuseSharedVariable(subject, member, spelling);
        given.put(spelling, value);
      }
    }
    if (Set.copyOf(given.values()).size() > 1) {
      faults.add(
          "One setting has two values, by "
              + Escaping.oneLine(String.join(" and ", given.keySet()))
              + ": keep one of them");
    }
    return given.isEmpty() ? null : given.values().iterator().next();
  }

  /** The elements of a list in whichever spelling and form it is given. */
  private List<String> list(String subject, String member) {
    String value = value(subject, member);
    if (value != null) {
      return SettingValues.list(value);
    }
    Set<String> elements = new LinkedHashSet<>();
    spellings(subject, member).forEach(spelling -> elements.addAll(reader.list(spelling)));
    return List.copyOf(elements);
  }

  /** Every name that any setting of these subjects may have. */
  Set<String> spellings() {
    Set<String> spellings = new TreeSet<>();
    for (String subject : all()) {
      group.members().forEach(member -> spellings.addAll(spellings(subject, member)));
    }
    return spellings;
  }

  private Set<String> spellings(String subject, String member) {
    Set<String> spellings = new TreeSet<>(group.spellings(subject, member));
    spellings.addAll(listedNames(subject, member));
    return spellings;
  }

  private Set<String> listedNames(String subject, String member) {
    Set<String> listed = new TreeSet<>();
    for (String name : names(subject)) {
      String plain = reader.names().withoutIndex(name);
      if (plain.endsWith("." + member)) {
        listed.add(plain);
      }
    }
    return listed;
  }

  // Two ids such as 'Orders' and 'orders' have one environment variable: the salt of one must not
  // become the salt of the other.
  private void refuseSharedVariable(String subject, String member, String spelling) {
    if (reader.listed().contains(spelling)) {
      return;
    }
    String variable = SettingNames.environmentName(spelling);
    for (String other : all()) {
      if (!other.equals(subject)
          && spellings(other, member).stream()
              .map(SettingNames::environmentName)
              .anyMatch(variable::equals)) {
        faults.add(
            variable
                + " may be meant for '"
                + Escaping.oneLine(subject)
                + "' or for '"
                + Escaping.oneLine(other)
                + "': set "
                + Escaping.oneLine(group.quoted(subject, member))
                + " where names keep their case and signs, such as a properties file");
      }
    }
  }
}
