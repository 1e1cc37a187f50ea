package io.github.mgsjaxrs.internal.settings;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.internal.request.Escaping;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong, so that an operator sees it all at the first start. */
public final class SettingFaults {

  private final Set<String> messages = new LinkedHashSet<>();
  private int count;

  void add(String message) {
    messages.add(message);
    count++;
  }

  /** How many were found, those included that were found before. */
  int count() {
    return count;
  }

  /** What the source gives, or null where it cannot tell, which is kept. */
  @Nullable String attempt(Supplier<@Nullable String> lookup) {
    try {
      return lookup.get();
    } catch (MgsConfigurationException wrong) {
      add(String.valueOf(wrong.getMessage()));
      return null;
    }
  }

  /**
   * What the attempt gives. What it refuses is kept as a fault of this setting: whoever refuses a
   * value knows what is needed, and neither the setting's name nor how the value was written.
   *
   * @param before what counts where it is refused
   * @param name the setting as the operator wrote it, or what several of them start with
   * @param verb what stands between name and value
   * @param written the value as the operator wrote it, or null for one that must not be shown
   */
  <T> T attempt(T before, String name, String verb, @Nullable String written, Supplier<T> attempt) {
    try {
      return attempt.get();
    } catch (MgsConfigurationException | IllegalArgumentException refused) {
      add(told(name, verb, written, String.valueOf(refused.getMessage())));
      return before;
    }
  }

  /** Says nothing twice. */
  private static String told(String name, String verb, @Nullable String written, String refusal) {
    if (refusal.contains(name)) {
      return refusal;
    }
    String value = written == null ? "" : "'" + Escaping.oneLine(written) + "'";
    return Escaping.oneLine(name) + (refusal.contains(value) ? "" : verb + value) + ": " + refusal;
  }

  /**
   * Ends the start if anything was wrong.
   *
   * @throws MgsConfigurationException with all messages
   */
  public void throwIfAny() {
    if (messages.size() == 1) {
      throw new MgsConfigurationException(messages.iterator().next());
    }
    if (!messages.isEmpty()) {
      throw new MgsConfigurationException(
          messages.size() + " settings are wrong:\n- " + String.join("\n- ", messages));
    }
  }
}
