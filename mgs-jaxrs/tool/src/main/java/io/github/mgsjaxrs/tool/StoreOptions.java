package io.github.mgsjaxrs.tool;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which key store is meant, and its password: never as an argument, which others can see. */
final class StoreOptions {

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = {
        "The library's settings: mgs.keystore.location and .password are taken from there, and what"
            + " else the command needs."
      })
  private @Nullable String settings;

  @Option(
      names = "--keystore",
      paramLabel = "FILE",
      description = "The PKCS12 file, if --settings does not name it.")
  private @Nullable String keystore;

  @Option(
      names = "--password-env",
      paramLabel = "NAME",
      description = "The environment variable that holds the password of the file.")
  private @Nullable String passwordVariable;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "A file whose first line is the password of the file.")
  private @Nullable String passwordFile;

  SettingsFile settings(Terminal terminal) {
    return settings == null ? SettingsFile.empty() : SettingsFile.read(settings, terminal);
  }

  /** Whether a key store is meant at all. */
  boolean nameOne(SettingsFile file) {
    return keystore != null || !file.value("mgs.keystore.location", "").isBlank();
  }

  /** Where the key store lies. */
  KeyFile keyFile(Terminal terminal) {
    return keyFile(settings(terminal), terminal);
  }

  /** The same, where the settings were read before. */
  KeyFile keyFile(SettingsFile file, Terminal terminal) {
    String type = file.value("mgs.keystore.type", "PKCS12").strip();
    if (!type.equalsIgnoreCase("PKCS12")) {
      throw new UnusableException(
          "mgs.keystore.type is " + type + ", and this command knows PKCS12 alone: use keytool");
    }
    String location = keystore == null ? file.value("mgs.keystore.location", "").strip() : keystore;
    if (location.isEmpty() || location.startsWith("classpath:")) {
      throw new UnusableException(
          location.isEmpty()
              ? "No key store is named: give --keystore FILE, or --settings with"
                  + " mgs.keystore.location"
              : "mgs.keystore.location is a resource of the class path: give its file by"
                  + " --keystore");
    }
    return new KeyFile(location, password(file, terminal));
  }

  private char[] password(SettingsFile file, Terminal terminal) {
    if (passwordVariable != null) {
      String value = System.getenv(passwordVariable);
      if (value == null || value.isEmpty()) {
        throw new UnusableException(
            "The environment variable "
                + passwordVariable
                + " is not set: set it to the password of the key store");
      }
      return value.toCharArray();
    }
    if (passwordFile != null) {
      return terminal.text(passwordFile).lines().findFirst().orElse("").toCharArray();
    }
    String password = file.value("mgs.keystore.password");
    if (password == null) {
      password = terminal.prompted("Password of the key store");
    }
    if (password == null) {
      throw new UnusableException(
          "There is no password for the key store: give --password-env, --password-file, or"
              + " --settings with mgs.keystore.password");
    }
    return password.toCharArray();
  }
}
