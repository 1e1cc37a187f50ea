package io.github.mgsjaxrs;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong, so that an operator sees it all at the first start. */
final class SettingFaults {

  private final Set<String> messages = new LinkedHashSet<>();

  void add(String message) {
    messages.add(message);
  }

  /** What the attempt gives, or null where it found a fault, which is kept. */
  <T> @Nullable T attempt(Supplier<@Nullable T> attempt) {
    try {
      return attempt.get();
    } catch (MgsConfigurationException wrong) {
      add(String.valueOf(wrong.getMessage()));
      return null;
    }
  }

  /**
   * Ends the start if anything was wrong.
   *
   * @throws MgsConfigurationException with all messages
   */
  void throwIfAny() {
    if (messages.size() == 1) {
      throw new MgsConfigurationException(messages.iterator().next());
    }
    if (!messages.isEmpty()) {
      throw new MgsConfigurationException(
          messages.size() + " settings are wrong:\n- " + String.join("\n- ", messages));
    }
  }
}
