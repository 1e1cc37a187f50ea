package io.github.mgsjaxrs.internal.settings;

import io.github.mgsjaxrs.MgsConfigurationException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong, so that an operator sees it all at the first start. */
public final class SettingFaults {

  private final Set<String> messages = new LinkedHashSet<>();

  public void add(String message) {
    messages.add(message);
  }

  /** What the attempt gives, or null where it found a fault, which is kept. */
  public <T> @Nullable T attempt(Supplier<@Nullable T> attempt) {
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
