package io.github.mgsjaxrs.internal.settings;

import org.jspecify.annotations.Nullable;

/**
 * What counts where a setting is not set.
 *
 * @param value as an operator would write it, or null where no value stands for it
 * @param otherwise what happens then, or null where there is a value, or nothing to say
 */
public record SettingDefault(@Nullable String value, @Nullable String otherwise) {

  /** Nothing at all. */
  public static final SettingDefault NONE = new SettingDefault(null, null);

  /** Something that can be written; an empty text cannot. */
  public static SettingDefault value(String written) {
    return written.isEmpty() ? NONE : new SettingDefault(written, null);
  }

  /** Something that depends on where the library runs, or on another setting. */
  public static SettingDefault otherwise(String told) {
    return new SettingDefault(null, told);
  }
}
