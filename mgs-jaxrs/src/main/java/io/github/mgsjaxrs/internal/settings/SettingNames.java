package io.github.mgsjaxrs.internal.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All names of settings, and which of them was meant by a name that is none. */
public final class SettingNames {

  /** What every name of the library starts with. */
  public static final String PREFIX = "mgs.";

  /** What the environment variables of these names start with. */
  public static final String ENVIRONMENT_PREFIX = "MGS_";

  private static final Set<String> FIXED =
      Set.of(
          "mgs.mode",
          "mgs.protect",
          "mgs.protect.except",
          "mgs.protect.preflight",
          "mgs.keystore.location",
          "mgs.keystore.type",
          "mgs.keystore.password",
          "mgs.keystore.provider",
          "mgs.keys.reload-interval",
          "mgs.coverage",
          "mgs.canonical.parameters",
          "mgs.canonical.path",
          "mgs.canonical.path-prefix.add",
          "mgs.canonical.path-prefix.strip",
          "mgs.canonical.valueless",
          "mgs.canonical.parameter-precedence",
          "mgs.canonical.order",
          "mgs.canonical.empty-body",
          "mgs.canonical.charset",
          "mgs.canonical.charset-transcoding",
          "mgs.sm2.encoding",
          "mgs.sm2.user-id",
          "mgs.sm2.engine",
          "mgs.rpc.window",
          "mgs.rpc.timestamp",
          "mgs.rpc.text",
          "mgs.rpc.md5-text",
          "mgs.rpc.hmac-encoding",
          "mgs.rpc.sign-type",
          "mgs.rpc.header.app-id",
          "mgs.rpc.header.timestamp",
          "mgs.rpc.header.signature",
          "mgs.rpc.header.sign-type",
          "mgs.rpc.header.operation-type",
          "mgs.koogallery.keys",
          "mgs.koogallery.versions",
          "mgs.koogallery.window",
          "mgs.koogallery.v1-window",
          "mgs.koogallery.timestamp",
          "mgs.koogallery.response-limit",
          "mgs.replay.guard",
          "mgs.replay.when-unavailable",
          "mgs.replay.provider",
          "mgs.replay.uri",
          "mgs.replay.cache",
          "mgs.limits.body",
          "mgs.limits.memory",
          "mgs.limits.total-memory",
          "mgs.limits.total-disk",
          "mgs.limits.parameters",
          "mgs.limits.header",
          "mgs.offline.keys",
          "mgs.offline.media-types",
          "mgs.offline.limits.package",
          "mgs.offline.limits.content",
          "mgs.offline.limits.entry",
          "mgs.offline.limits.ratio",
          "mgs.offline.limits.entries",
          "mgs.offline.limits.name",
          "mgs.offline.limits.signatures",
          "mgs.offline.limits.total-disk",
          "mgs.temp-dir",
          "mgs.responses.code",
          "mgs.diagnostics",
          "mgs.diagnostics.values");

  private static final List<SettingGroup> GROUPS = List.of(SettingGroup.KEYS, SettingGroup.PROTECT);

  // MicroProfile Config and YAML sources list the elements of a list one by one as well
  private static final Pattern ELEMENT =
      Pattern.compile(
          "(mgs\\.protect|mgs\\.protect\\.except|mgs\\.protect\\..+\\.(?:keys|operation-types)"
              + "|mgs\\.koogallery\\.keys|mgs\\.replay\\.guard|mgs\\.offline\\.keys|mgs\\.offline\\.media-types)\\[\\d+]");

  private SettingNames() {}

  /** Every setting, those of groups with a word in angle brackets for the operator's part. */
  public static Set<String> all() {
    Set<String> names = new TreeSet<>(FIXED);
    for (SettingGroup group : GROUPS) {
      group.members().forEach(member -> names.add(group.quoted(group.subject(), member)));
    }
    return Collections.unmodifiableSet(names);
  }

  /** The settings whose names hold no part of the operator's. */
  public static Set<String> fixed() {
    return FIXED;
  }

  public static boolean isKnown(String name) {
    return FIXED.contains(name) || GROUPS.stream().anyMatch(group -> group.parse(name).isPresent());
  }

  /** The name of the list of which this is an element, or the name itself. */
  public static String withoutIndex(String name) {
    Matcher element = ELEMENT.matcher(name);
    return element.matches() ? element.group(1) : name;
  }

  /** The environment variable of a name, as MicroProfile Config looks it up. */
  public static String environmentName(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** The valid name that takes the fewest edits. */
  public static String nearest(String unknown) {
    String nearest = "";
    int fewest = Integer.MAX_VALUE;
    for (String candidate : candidates(unknown)) {
      int edits = SettingDistance.between(unknown, candidate);
      if (edits < fewest) {
        fewest = edits;
        nearest = candidate;
      }
    }
    return nearest;
  }

  private static Set<String> candidates(String unknown) {
    Set<String> candidates = new TreeSet<>(FIXED);
    int first = unknown.indexOf('.');
    int second = unknown.indexOf('.', first + 1);
    int last = unknown.lastIndexOf('.');
    if (second < 0 || second == last) {
      return candidates;
    }
    String part = unknown.substring(second + 1, last);
    for (String spelled : spelledRightly(part)) {
      for (SettingGroup group : GROUPS) {
        group.members().forEach(member -> candidates.add(group.prefix() + spelled + '.' + member));
      }
    }
    return candidates;
  }

  private static List<String> spelledRightly(String part) {
    List<String> spelled = new ArrayList<>();
    if (part.indexOf('.') < 0 && part.indexOf('"') < 0) {
      spelled.add(part);
    } else if (SettingGroup.KEYS.parse(SettingGroup.KEYS.prefix() + part + ".salt").isPresent()) {
      spelled.add(part);
    } else {
      spelled.add(SettingGroup.quote(part.replace("\"", "")));
    }
    return spelled;
  }
}
