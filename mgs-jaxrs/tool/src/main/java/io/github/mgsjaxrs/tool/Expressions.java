package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.settings.Setting;
import io.github.mgsjaxrs.verifier.MgsConfiguration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Expands <code>${name}</code> and <code>${name:default}</code> in values as MicroProfile Config
 * does: by a system property, an environment variable, or another property of the file; <code>
 * \${</code> is the two characters.
 */
final class Expressions {

  private static final int DEEPEST = 10;

  /** What the names of secrets end with, as ids may be written in two ways. */
  private static final Set<String> SECRETS =
      MgsConfiguration.settings().stream()
          .filter(Setting::secret)
          .map(setting -> lastPart(setting.name()))
          .collect(Collectors.toUnmodifiableSet());

  private final Function<String, @Nullable String> properties;
  private final Function<String, @Nullable String> environment;

  Expressions(
      Function<String, @Nullable String> properties,
      Function<String, @Nullable String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  String expand(String setting, String value) {
    return expand(setting, value, 0);
  }

  private String expand(String setting, String value, int depth) {
    if (depth > DEEPEST) {
      throw new MgsConfigurationException(
          setting + " refers to itself by ${…}: give one of the values in full");
    }
    StringBuilder expanded = new StringBuilder();
    int at = 0;
    while (at < value.length()) {
      if (value.startsWith("\\${", at)) {
        expanded.append("${");
        at += 3;
      } else if (value.startsWith("${", at)) {
        int end = end(setting, value, at + 2);
        expanded.append(resolved(setting, value.substring(at + 2, end), depth));
        at = end + 1;
      } else {
        expanded.append(value.charAt(at++));
      }
    }
    return expanded.toString();
  }

  private static int end(String setting, String value, int from) {
    int open = 1;
    for (int i = from; i < value.length(); i++) {
      if (value.startsWith("${", i)) {
        open++;
      } else if (value.charAt(i) == '}' && --open == 0) {
        return i;
      }
    }
    throw new MgsConfigurationException(
        setting + " has a ${ without its }: write \\\\${ where the two characters are meant");
  }

  private String resolved(String setting, String expression, int depth) {
    int colon = expression.indexOf(':');
    String name = expand(setting, colon < 0 ? expression : expression.substring(0, colon), depth);
    String value = lookedUp(name);
    if (value == null && colon < 0) {
      throw new MgsConfigurationException(
          setting
              + " refers to "
              // what looks like a reference may be a part of the secret
              + (isSecret(setting) ? "something" : "'" + name + "'")
              + " by ${…}, which is neither a property of the file nor set in the environment: set it"
              + " for this command too, or write \\\\${ where the two characters are meant");
    }
    return expand(setting, value == null ? expression.substring(colon + 1) : value, depth + 1);
  }

  private static boolean isSecret(String setting) {
    return SECRETS.contains(lastPart(setting));
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private @Nullable String lookedUp(String name) {
    String value = name.isEmpty() ? null : System.getProperty(name);
    if (value == null) {
      value = environment.apply(name);
    }
    String variable = name.replaceAll("[^A-Za-z0-9]", "_");
    if (value == null) {
      value = environment.apply(variable);
    }
    if (value == null) {
      value = environment.apply(variable.toUpperCase(Locale.ROOT));
    }
    return value == null ? properties.apply(name) : value;
  }
}
