package io.github.mgsjaxrs.internal.settings;

import io.github.mgsjaxrs.settings.Setting;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings that are named after something the operator names: {@code mgs.keys."<id>".salt}.
 *
 * <p>The operator's part stands in quotation marks, in which {@code \"} is a quotation mark and
 * {@code \\} a backslash. A part without dots and quotation marks may stand without them.
 *
 * @param <V> what is read of one such subject
 */
public final class SettingGroup<V> {

  private final String prefix;
  private final String placeholder;
  private final Function<String, V> shipped;
  private final Map<String, SettingRow<V>> rows;

  private SettingGroup(
      String prefix,
      String placeholder,
      Function<String, V> shipped,
      Map<String, SettingRow<V>> rows) {
    this.prefix = prefix;
    this.placeholder = placeholder;
    this.shipped = shipped;
    this.rows = rows;
  }

  /**
   * A group without settings.
   *
   * @param prefix what the names start with, with its dot
   * @param placeholder what stands for the operator's part in lists of names
   * @param shipped what is known of a subject of which nothing is set
   */
  public static <V> SettingGroup<V> of(
      String prefix, String placeholder, Function<String, V> shipped) {
    return new SettingGroup<>(prefix, placeholder, shipped, Map.of());
  }

  /** The same with another setting. */
  public <T> SettingGroup<V> with(
      String member,
      Form<T> form,
      SettingDefault otherwise,
      BiFunction<V, T, V> taker,
      String description) {
    return with(
        member,
        SettingRow.ofValue(quoted(placeholder, member), form, otherwise, taker, description));
  }

  /** The same with another list; an empty one is passed on where it is set to that. */
  public <E> SettingGroup<V> withList(
      String member,
      Form<E> form,
      SettingDefault otherwise,
      BiFunction<V, List<E>, V> taker,
      String description) {
    return with(
        member,
        SettingRow.ofList(quoted(placeholder, member), form, otherwise, taker, description));
  }

  private SettingGroup<V> with(String member, SettingRow<V> row) {
    Map<String, SettingRow<V>> more = new LinkedHashMap<>(rows);
    more.put(member, row);
    return new SettingGroup<>(prefix, placeholder, shipped, Collections.unmodifiableMap(more));
  }

  /** One setting of a group. */
  record Member(String subject, String member) {}

  /** What is set of one subject. */
  V read(String subject, SettingSubjects subjects, SettingFaults faults) {
    V found = shipped.apply(subject);
    for (Map.Entry<String, SettingRow<V>> row : rows.entrySet()) {
      found = row.getValue().take(found, subjects.written(subject, row.getKey()), faults);
    }
    return found;
  }

  /** Every setting in the order of its declaration. */
  public List<Setting> settings() {
    return rows.values().stream().map(SettingRow::setting).toList();
  }

  String prefix() {
    return prefix;
  }

  Set<String> members() {
    return rows.keySet();
  }

  /** Whether this is the name of a list. */
  boolean hasList(String name) {
    return parse(name)
        .map(found -> rows.get(found.member()))
        .filter(row -> row.setting().list())
        .isPresent();
  }

  /** Takes a name apart; empty where it is not, or not rightly, of this group. */
  Optional<Member> parse(String name) {
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
    return rows.containsKey(member) ? new Member(part, member) : null;
  }

  /** The name with quotation marks, which every part can have. */
  public String quoted(String part, String member) {
    return prefix + quote(part) + '.' + member;
  }

  /** All names that mean this setting: with quotation marks, and without where that is allowed. */
  Set<String> spellings(String part, String member) {
    Set<String> spellings = new TreeSet<>();
    spellings.add(quoted(part, member));
    if (!part.isEmpty() && part.indexOf('.') < 0 && part.indexOf('"') < 0) {
      spellings.add(prefix + part + '.' + member);
    }
    return spellings;
  }

  static String quote(String part) {
    return '"' + part.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
