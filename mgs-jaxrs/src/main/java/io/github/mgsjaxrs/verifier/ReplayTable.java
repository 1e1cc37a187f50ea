package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.internal.settings.Form;
import io.github.mgsjaxrs.internal.settings.SettingDefault;
import io.github.mgsjaxrs.internal.settings.SettingTable;
import io.github.mgsjaxrs.replay.ReplayScope;
import io.github.mgsjaxrs.replay.ReplaySettings;
import io.github.mgsjaxrs.replay.ReplaySettings.WhenUnavailable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code mgs.replay.*}. */
final class ReplayTable {

  /** Empty for the word that stands for nothing at all. */
  private static final Form<Optional<ReplayScope>> SCOPE = Form.words(scopes());

  static final SettingTable<ReplaySettings> TABLE =
      SettingTable.of("mgs.replay", () -> ReplaySettings.DEFAULT)
          .withList(
              "guard",
              SCOPE,
              SettingDefault.value(
                  ReplaySettings.DEFAULT.guarded().stream()
                      .map(ReplayScope::word)
                      .sorted()
                      .collect(Collectors.joining(","))),
              (found, scopes) -> found.withGuarded(guarded(scopes)),
              "[what is served once](#requests-that-are-sent-twice): `none`, or of "
                  + Stream.of(ReplayScope.values())
                      .map(scope -> "`" + scope.word() + "`")
                      .collect(Collectors.joining(", "))
                  + ", with commas between")
          .with(
              "when-unavailable",
              Form.words(WhenUnavailable.class),
              ReplaySettings::whenUnavailable,
              ReplaySettings::withWhenUnavailable,
              "while the cache is down: 503; `admit`: served, and could be sent again")
          .with(
              "provider",
              Form.TEXT,
              SettingDefault.otherwise("the one there is"),
              ReplaySettings::withProvider,
              "class name of the JCache provider")
          .with(
              "uri",
              Form.ANY_URI,
              SettingDefault.otherwise("the provider's"),
              ReplaySettings::withUri,
              "URI of its cache manager")
          .with(
              "cache",
              Form.TEXT,
              ReplaySettings::cache,
              ReplaySettings::withCache,
              "what the names of the caches start with; `.koogallery-v2` follows, say");

  private ReplayTable() {}

  private static Map<String, Optional<ReplayScope>> scopes() {
    Map<String, Optional<ReplayScope>> scopes = new TreeMap<>();
    scopes.put("none", Optional.empty());
    Arrays.stream(ReplayScope.values())
        .forEach(scope -> scopes.put(scope.word(), Optional.of(scope)));
    return scopes;
  }

  private static Set<ReplayScope> guarded(List<Optional<ReplayScope>> named) {
    Set<ReplayScope> scopes = EnumSet.noneOf(ReplayScope.class);
    named.forEach(scope -> scope.ifPresent(scopes::add));
    if (!scopes.isEmpty() && named.contains(Optional.<ReplayScope>empty())) {
      throw new IllegalArgumentException(
          "none alone, or what is to be guarded without it, is needed");
    }
    return scopes;
  }
}
