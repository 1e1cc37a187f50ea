package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.internal.slices.SchemeSlices;
import io.github.mgsjaxrs.settings.SettingSource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings that tell how texts are written and signed, and no others.
 *
 * @param all all settings
 */
record CanonicalSettings(SettingSource all) implements SettingSource {

  /** Those of every scheme, whatever it is: also names that are none, to be told. */
  private static final Set<String> PREFIXES =
      Stream.concat(
              Stream.of("mgs.sm2."),
              SchemeSlices.all()
                  .flatMap(slice -> slice.table().settings().stream())
                  .map(setting -> setting.name().replaceFirst("^(mgs\\.[^.]+\\.).*", "$1")))
          .collect(Collectors.toUnmodifiableSet());

  private static boolean counts(String name) {
    return PREFIXES.stream().anyMatch(name::startsWith);
  }

  @Override
  public Set<String> names() {
    return all.names().stream().filter(CanonicalSettings::counts).collect(Collectors.toSet());
  }

  @Override
  public @Nullable String value(String name) {
    return counts(name) ? all.value(name) : null;
  }
}
