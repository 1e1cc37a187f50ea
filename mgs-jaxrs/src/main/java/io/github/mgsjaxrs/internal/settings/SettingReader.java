package io.github.mgsjaxrs.internal.settings;

import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.settings.SettingSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the settings of a source by name, and what is wrong with the names. */
public final class SettingReader {

  private static final System.Logger LOG = System.getLogger("io.github.mgsjaxrs.settings");

  private final SettingSource source;
  private final SettingNames names;
  private final SettingFaults faults;
  private final Set<String> listed = new TreeSet<>();
  private final Set<String> lookedFor = new TreeSet<>();

  public SettingReader(SettingSource source, SettingNames names, SettingFaults faults) {
    this.source = source;
    this.names = names;
    this.faults = faults;
    source.names().stream()
        .filter(
            name ->
                name.startsWith(SettingNames.PREFIX)
                    || name.startsWith(SettingNames.ENVIRONMENT_PREFIX))
        .forEach(listed::add);
  }

  SettingFaults faults() {
    return faults;
  }

  /** A setting whose name holds no part of the operator's. */
  WrittenSetting written(String name) {
    return new WrittenSetting() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public @Nullable String exact() {
        return SettingReader.this.exact(name);
      }

      @Override
      public @Nullable String text() {
        return SettingReader.this.text(name);
      }

      @Override
      public List<String> list() {
        return SettingReader.this.list(name);
      }

      @Override
      public boolean isEmptyList() {
        return false;
      }
    };
  }

  private @Nullable String exact(String name) {
    return faults.attempt(() -> source.value(name));
  }

  /** The value exactly as given; an empty one counts as not set. */
  @Nullable String text(String name) {
    String value = exact(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /**
   * Passes on what several settings make together, if none of them is a fault.
   *
   * @param name what their names start with
   */
  <P, V> V take(V before, String name, Supplier<P> reading, Function<P, V> taker) {
    int known = faults.count();
    P read = reading.get();
    return faults.count() > known
        ? before
        : faults.attempt(before, name, "", null, () -> taker.apply(read));
  }

  /** The elements of a list, given as one text or one by one; empty where it is not set. */
  List<String> list(String name) {
    String value = text(name);
    if (value != null) {
      refuseElements(name, 0);
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
        refuseElements(name, i);
        return elements;
      }
      elements.add(element.strip());
    }
  }

  /** An element that nobody reads may be a pattern that was to protect something. */
  private void refuseElements(String name, int from) {
    for (String other : listed) {
      if (other.startsWith(name + "[")
          && names.withoutIndex(other).equals(name)
          && !isBelow(from, name, other)) {
        faults.add(
            Escaping.oneLine(other)
                + " has no effect: give the elements without a gap from "
                + name
                + "[0] on, or all of them in "
                + name);
      }
    }
  }

  private static boolean isBelow(int from, String name, String element) {
    for (int i = 0; i < from; i++) {
      if (element.equals(name + "[" + i + "]")) {
        return true;
      }
    }
    return false;
  }

  /** The names that are listed, environment variables among them. */
  Set<String> listed() {
    return Collections.unmodifiableSet(listed);
  }

  /** Whether the environment variable of this name is set, so that the name may be a guess. */
  boolean isListedAsVariable(String name) {
    return listed.contains(SettingNames.environmentName(name));
  }

  /** Takes note of settings of groups that were looked up. */
  void lookedFor(Set<String> spellings) {
    lookedFor.addAll(spellings);
  }

  SettingNames names() {
    return names;
  }

  /** Finds the names that are no settings: a fault each, environment variables a warning. */
  public void refuseUnknownNames() {
    Set<String> variables = new TreeSet<>();
    names.fixed().forEach(name -> variables.add(SettingNames.environmentName(name)));
    lookedFor.forEach(name -> variables.add(SettingNames.environmentName(name)));
    for (String name : listed) {
      if (name.startsWith(SettingNames.ENVIRONMENT_PREFIX)) {
        if (!variables.contains(name)) {
          LOG.log(
              System.Logger.Level.WARNING,
              "The environment variable {0} is no setting that is looked for, and has no effect",
              name);
        }
      } else if (!names.isKnown(names.withoutIndex(name)) && !isListedAsVariable(name)) {
        faults.add(
            Escaping.oneLine(name)
                + " is no setting: the nearest is "
                + Escaping.oneLine(names.nearest(name))
                + ", set that or remove this one");
      }
    }
  }
}
