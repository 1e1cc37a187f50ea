package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.internal.settings.SettingReader;
import io.github.mgsjaxrs.internal.settings.SettingValues;
import io.github.mgsjaxrs.replay.ReplayScope;
import io.github.mgsjaxrs.replay.ReplaySettings;
import io.github.mgsjaxrs.replay.ReplaySettings.WhenUnavailable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads {@code mgs.replay.*}. */
final class ReplaySettingReader {

  private static final String NONE = "none";

  private final SettingReader reader;
  private ReplaySettings settings = ReplaySettings.DEFAULT;

  ReplaySettingReader(SettingReader reader) {
    this.reader = reader;
  }

  ReplaySettings read() {
    List<String> guarded = reader.list("mgs.replay.guard");
    if (!guarded.isEmpty()) {
      reader.take(
          "mgs.replay.guard",
          () -> scopes(guarded),
          scopes -> settings = settings.withGuarded(scopes));
    }
    setting(
        "mgs.replay.when-unavailable",
        SettingValues.words(WhenUnavailable.class),
        ReplaySettings::withWhenUnavailable);
    setting("mgs.replay.provider", (name, value) -> value, ReplaySettings::withProvider);
    setting("mgs.replay.uri", ReplaySettingReader::uri, ReplaySettings::withUri);
    setting("mgs.replay.cache", (name, value) -> value, ReplaySettings::withCache);
    return settings;
  }

  private static Set<ReplayScope> scopes(List<String> words) {
    if (words.equals(List.of(NONE))) {
      return Set.of();
    }
    if (words.contains(NONE)) {
      throw SettingValues.wrong(
          "mgs.replay.guard",
          String.join(",", words),
          "none alone, or what is to be guarded without it,");
    }
    Map<String, ReplayScope> known = SettingValues.wordsOf(ReplayScope.class);
    Set<ReplayScope> scopes = EnumSet.noneOf(ReplayScope.class);
    for (String word : words) {
      ReplayScope scope = known.get(word);
      if (scope == null) {
        throw SettingValues.wrong(
            "mgs.replay.guard",
            String.join(",", words),
            "none, or a list of koogallery-v1, koogallery-v2 and rpc,");
      }
      scopes.add(scope);
    }
    return scopes;
  }

  private static URI uri(String name, String value) {
    try {
      return new URI(value);
    } catch (URISyntaxException malformed) {
      throw SettingValues.wrong(name, value, "a URI");
    }
  }

  private <T> void setting(
      String name,
      BiFunction<String, String, T> form,
      BiFunction<ReplaySettings, T, ReplaySettings> change) {
    reader.read(name, form, value -> settings = change.apply(settings, value));
  }
}
