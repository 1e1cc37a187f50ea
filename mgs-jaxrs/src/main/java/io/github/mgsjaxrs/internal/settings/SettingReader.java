package io.github.mgsjaxrs.internal.settings;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.settings.SettingSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the settings of a source by name, and what is wrong with the names. */
public final class SettingReader {

  private static final System.Logger LOG = System.getLogger("io.github.mgsjaxrs.settings");

  private final SettingSource source;
  private final SettingFaults faults;
  private final Set<String> listed = new TreeSet<>();

  public SettingReader(SettingSource source, SettingFaults faults) {
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
  public @Nullable String exact(String name) {
    return faults.attempt(() -> source.value(name));
  }

  /** The value exactly as given; an empty one counts as not set. */
  public @Nullable String text(String name) {
    String value = exact(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** Passes the value on, read as the form asks, if it is set and right. */
  public <T> void read(String name, BiFunction<String, String, T> form, Consumer<T> taker) {
    String value = text(name);
    if (value != null) {
      take(name, () -> form.apply(name, value.strip()), taker);
    }
  }

  /** Passes on what is read; what its taker refuses is a fault of this setting. */
  public <T> void take(String name, Supplier<T> reading, Consumer<T> taker) {
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
  public List<String> list(String name) {
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

  /** The names that are listed, environment variables among them. */
  /** An element that nobody reads may be a pattern that was to protect something. */
  private void refuseElements(String name, int from) {
    for (String other : listed) {
      if (other.startsWith(name + "[")
          && SettingNames.withoutIndex(other).equals(name)
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

  public Set<String> listed() {
    return Collections.unmodifiableSet(listed);
  }

  /** Whether the environment variable of this name is set, so that the name may be a guess. */
  public boolean isListedAsVariable(String name) {
    return listed.contains(SettingNames.environmentName(name));
  }

  /**
   * Finds the names that are no settings: a fault each, environment variables a warning.
   *
   * @param used the settings of groups that were looked up
   */
  public void refuseUnknownNames(Set<String> used) {
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
                + Escaping.oneLine(SettingNames.nearest(name))
                + ", set that or remove this one");
      }
    }
  }
}
