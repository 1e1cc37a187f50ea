package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.client.PrivateKeyText;
import io.github.mgsjaxrs.keys.KeyText;
import java.io.PrintWriter;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a salt or a public key into the key store. */
@Command(
    name = "import",
    description = {
      "Imports a public key (RSA, SM2), or what both sides share: a salt (MD5, SM3), a secret or an"
          + " access key (all other algorithms).",
      "",
      "A salt, secret or access key is asked for, or read from standard input, whose last line end"
          + " is no part of it. It is never an argument: arguments stay in the shell's history.",
      "",
      "A public key is PEM, bare Base64, or for SM2 a point in hex (04...). Of a private key"
          + " (PKCS#8, PKCS#1, SEC1) only the public half is kept.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mgs keys import --settings mgs.properties --id orders --algorithm SM3",
      "  mgs keys import --settings mgs.properties --id app-1 --algorithm RPC_MD5",
      "  mgs keys import --settings mgs.properties --id refunds --algorithm SM2 console-key.txt",
      "  vault read ... | mgs keys import --keystore mgs.p12 --password-env STORE_PASSWORD --id"
          + " orders --algorithm MD5"
    })
final class KeysImportCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private StoreOptions store = new StoreOptions();

  @Option(
      names = "--id",
      required = true,
      paramLabel = "ID",
      description = "The key id, or appId, that requests name; also the alias of the entry.")
  private String id = "";

  @Option(
      names = "--algorithm",
      required = true,
      paramLabel = "ALGORITHM",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private SignatureAlgorithm algorithm = SignatureAlgorithm.SM3;

  @Option(names = "--replace", description = "Replace an entry that is there already.")
  private boolean replace;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "The public key; standard input where it is left out, or -. Not for salts and secrets.")
  private @Nullable String file;

  @Spec private @Nullable CommandSpec spec;

  KeysImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (id.isBlank()) {
      throw new UnusableException("The key id is empty: give --id as the gateway sends it");
    }
    SettingsFile settings = store.settings(terminal);
    KeyFile keys = store.keyFile(settings, terminal);
    String alias = alias(settings);
    if (keys.contains(alias) && !replace) {
      throw new UnusableException(
          "The key store has an entry '" + alias + "' already: give --replace to replace it");
    }
    byte[] secret = algorithm.salted() ? salt() : publicKey();
    keys.put(alias, secret);
    keys.save();
    report(settings, keys, alias);
    return 0;
  }

  private String alias(SettingsFile settings) {
    String alias = settings.ofKey(id, "alias");
    return alias == null || alias.isEmpty() ? id : alias;
  }

  private byte[] salt() {
    if (file != null) {
      throw new UnusableException(
          algorithm
              + " takes no file: the "
              + word()
              + " is typed or piped in, so leave out '"
              + file
              + "'");
    }
    String salt = terminal.secret(KeyWords.of(algorithm) + " of '" + id + "'");
    if (salt.isEmpty()) {
      throw new UnusableException(
          "The " + word() + " is empty, so anybody could sign: give the one of the console");
    }
    return salt.getBytes(UTF_8);
  }

  /** As bare Base64, which keytool -importpass could have written too. */
  private byte[] publicKey() {
    String text = terminal.text(file == null ? "-" : file);
    boolean rsaPrivate = algorithm == SignatureAlgorithm.RSA && text.contains("PRIVATE KEY-----");
    PublicKey key =
        rsaPrivate ? PrivateKeyText.rsaPublicHalf(text) : KeyText.publicKey(text, algorithm);
    return Base64.getEncoder().encode(key.getEncoded());
  }

  private void report(SettingsFile settings, KeyFile keys, String alias) {
    if (spec == null) {
      throw new IllegalStateException("picocli has not set the command");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "Imported '"
            + alias
            + "' into "
            + keys.path()
            + ": "
            + (algorithm.salted() ? word() : KeyDescription.of(keys, alias)));
    byte[] secret = keys.secret(alias);
    if (algorithm.salted() && secret != null && endsInSpace(secret)) {
      out.println("Note: the " + word() + " ends in white space, which is kept. Is it meant?");
    }
    String setting = SettingsFile.nameOfKey(id, "algorithm");
    String configured = settings.ofKey(id, "algorithm");
    if (configured == null) {
      out.println("Add to the settings: " + setting + "=" + algorithm);
    } else if (!configured.strip().equals(algorithm.name())) {
      out.println(
          "The settings have " + setting + "=" + configured + ": change it to " + algorithm);
    }
    out.flush();
  }

  private String word() {
    return KeyWords.of(algorithm).toLowerCase(Locale.ROOT);
  }

  private static boolean endsInSpace(byte[] salt) {
    return Character.isWhitespace((char) (salt[salt.length - 1] & 0xff));
  }
}
