package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.settings.SettingSource;
import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A deployment's own settings: a properties file in UTF-8, in which expressions are expanded as
 * MicroProfile Config does.
 */
final class SettingsFile implements SettingSource {

  /** What Windows editors put in front; Java's properties take it for a part of the first name. */
  private static final String MARKED = "\ufeffmgs.";

  /** Nothing is kept on disk here, and the deployment's directory need not exist here. */
  private static final String TEMPORARY = "mgs.temp-dir";

  private final Properties properties = new Properties();
  private final Expressions expressions =
      new Expressions(properties::getProperty, System.getenv()::get);

  private SettingsFile() {}

  /** No settings at all. */
  static SettingsFile empty() {
    return new SettingsFile();
  }

  static SettingsFile read(String file, Terminal terminal) {
    SettingsFile settings = new SettingsFile();
    try {
      settings.properties.load(new StringReader(terminal.text(file)));
    } catch (IOException | IllegalArgumentException e) {
      throw new UnusableException(
          "'" + file + "' is no properties file: " + e.getMessage() + ". Correct it", e);
    }
    if (settings.names().stream().anyMatch(name -> name.startsWith(MARKED))) {
      throw new UnusableException(
          "'"
              + file
              + "' begins with a byte order mark, which becomes a part of its first name, here and"
              + " in the application: save it as UTF-8 without one");
    }
    return settings;
  }

  @Override
  public Set<String> names() {
    return properties.stringPropertyNames();
  }

  @Override
  public @Nullable String value(String name) {
    String value = name.equals(TEMPORARY) ? null : properties.getProperty(name);
    return value == null ? null : expressions.expand(name, value);
  }

  /** The value, or another one where it is not set. */
  String value(String name, String otherwise) {
    String value = value(name);
    return value == null || value.isEmpty() ? otherwise : value;
  }

  /** A setting of a key, in whichever way its id is written. */
  @Nullable String ofKey(String id, String member) {
    String quoted = value(nameOfKey(id, member));
    return quoted == null ? value("mgs.keys." + id + "." + member) : quoted;
  }

  /** The name of a setting of a key. */
  static String nameOfKey(String id, String member) {
    return "mgs.keys.\"" + id.replace("\\", "\\\\").replace("\"", "\\\"") + "\"." + member;
  }

  /** The algorithm of a key, or null where it is not set. */
  @Nullable SignatureAlgorithm algorithm(String id) {
    String name = ofKey(id, "algorithm");
    return name == null ? null : SignatureAlgorithm.of(name.strip());
  }
}
