package io.github.mgsjaxrs.internal.settings;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Settings that are named after something the operator names: {@code mgs.keys."<id>".salt}.
 *
 * <p>The operator's part stands in quotation marks, in which {@code \"} is a quotation mark and
 * {@code \\} a backslash. A part without dots and quotation marks may stand without them.
 *
 * @param prefix what the names start with, with its dot
 * @param subject what the operator names, for lists of names
 * @param members what may follow
 */
public record SettingGroup(String prefix, String subject, Set<String> members) {

  public static final SettingGroup KEYS =
      new SettingGroup(
          "mgs.keys.",
          "<id>",
          Set.of("algorithm", "alias", "salt", "secret", "public-key", "public-key-location"));

  public static final SettingGroup PROTECT =
      new SettingGroup("mgs.protect.", "<pattern>", Set.of("keys", "scheme", "operation-types"));

  /** One setting of a group. */
  public record Member(String subject, String member) {}

  /** Takes a name apart; empty where it is not, or not rightly, of this group. */
  public Optional<Member> parse(String name) {
    if (!name.startsWith(prefix)) {
      return Optional.empty();
    }
    String rest = name.substring(prefix.length());
    Member found = rest.startsWith("\"") ? parseQuoted(rest) : parsePlain(rest);
    return Optional.ofNullable(found);
  }

  private @Nullable Member parsePlain(String rest) {
    int dot = rest.indexOf('.');
    if (dot <= 0 || rest.indexOf('"') >= 0) {
      return null;
    }
    return member(rest.substring(0, dot), rest.substring(dot + 1));
  }

  private @Nullable Member parseQuoted(String rest) {
    StringBuilder part = new StringBuilder();
    for (int i = 1; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (c == '"') {
        boolean dotFollows = i + 1 < rest.length() && rest.charAt(i + 1) == '.';
        return dotFollows ? member(part.toString(), rest.substring(i + 2)) : null;
      }
      boolean escaped =
          c == '\\'
              && i + 1 < rest.length()
              && (rest.charAt(i + 1) == '"' || rest.charAt(i + 1) == '\\');
      part.append(escaped ? rest.charAt(++i) : c);
    }
    return null;
  }

  private @Nullable Member member(String part, String member) {
    return members.contains(member) ? new Member(part, member) : null;
  }

  /** The name with quotation marks, which every part can have. */
  public String quoted(String part, String member) {
    return prefix + quote(part) + '.' + member;
  }

  /** All names that mean this setting: with quotation marks, and without where that is allowed. */
  public Set<String> spellings(String part, String member) {
    Set<String> spellings = new TreeSet<>();
    spellings.add(quoted(part, member));
    if (!part.isEmpty() && part.indexOf('.') < 0 && part.indexOf('"') < 0) {
      spellings.add(prefix + part + '.' + member);
    }
    return spellings;
  }

  public static String quote(String part) {
    return '"' + part.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
