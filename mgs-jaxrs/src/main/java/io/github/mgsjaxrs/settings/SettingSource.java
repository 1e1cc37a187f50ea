package io.github.mgsjaxrs.settings;

import io.github.mgsjaxrs.MgsConfigurationException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where settings come from: names and their values as text.
 *
 * <pre>{@code
 * Properties file = …;
 * SettingSource source = new SettingSource() {
 *   public Set<String> names() { return file.stringPropertyNames(); }
 *   public @Nullable String value(String name) { return file.getProperty(name); }
 * };
 * MgsVerifier verifier = MgsConfiguration.builder(source).build();
 * }</pre>
 *
 * <p>A source may hold settings of others too: only names that start with {@code mgs.} count. It
 * may find values for names that it does not list, as environment variables are found.
 */
public interface SettingSource {

  /**
   * The names that are set, as far as the source can list them.
   *
   * @return names in any order; names of others are ignored
   */
  Set<String> names();

  /**
   * The value of one setting, exactly as given: salts are used with every space that is in them.
   *
   * @param name a name such as {@code mgs.mode}
   * @return the value, possibly empty, or null where it is not set
   * @throws MgsConfigurationException if the value cannot be told; it is reported with all others
   */
  @Nullable String value(String name);
}
