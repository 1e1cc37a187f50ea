package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.mgsjaxrs.SignatureAlgorithm;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a key pair for tests. */
@Command(
    name = "generate",
    description = {
      "Generates a key pair for tests: the public half goes into the key store, the private half"
          + " into a PEM file that 'mgs sign --private-key' takes.",
      "",
      "The gateway makes its own keys. This pair lets a test sign in its place.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  mgs keys generate --settings test.properties --id test --algorithm SM2 --private-key"
          + " test-key.pem"
    })
final class KeysGenerateCommand implements Callable<Integer> {

  private static final int LEAST_BITS = 1024;
  private static final int MOST_BITS = 8192;

  private final Terminal terminal;

  @Mixin private StoreOptions store = new StoreOptions();

  @Option(
      names = "--id",
      required = true,
      paramLabel = "ID",
      description = "The key id; also the alias of the entry.")
  private String id = "";

  @Option(
      names = "--algorithm",
      required = true,
      paramLabel = "ALGORITHM",
      description = "RSA or SM2.")
  private SignatureAlgorithm algorithm = SignatureAlgorithm.SM2;

  @Option(
      names = "--bits",
      paramLabel = "NUMBER",
      defaultValue = "2048",
      description = "Of an RSA key; 1024 to 8192, by default ${DEFAULT-VALUE}.")
  private int bits;

  @Option(
      names = "--private-key",
      required = true,
      paramLabel = "FILE",
      description = "Where the private half goes; a new file, for its owner alone.")
  private Path privateKey = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  KeysGenerateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    KeyFile keys = store.keyFile(terminal);
    if (keys.contains(id)) {
      throw new UnusableException(
          "The key store has an entry '" + id + "' already: give another --id, or remove it");
    }
    KeyPair pair = pair();
    OwnFile.create(privateKey, pem(pair.getPrivate().getEncoded()).getBytes(US_ASCII));
    keys.put(id, Base64.getEncoder().encode(pair.getPublic().getEncoded()));
    keys.save();
    if (spec != null) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("Generated '" + id + "' in " + keys.path() + ": " + KeyDescription.of(keys, id));
      out.println("The private half is in " + privateKey);
      out.println(
          "Add to the settings: " + SettingsFile.nameOfKey(id, "algorithm") + "=" + algorithm);
    }
    return 0;
  }

  private KeyPair pair() {
    try {
      return switch (algorithm) {
        case RSA -> rsa();
        case SM2 -> {
          KeyPairGenerator generator =
              KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
          generator.initialize(new ECGenParameterSpec("sm2p256v1"));
          yield generator.generateKeyPair();
        }
        // what is shared; a test tells an algorithm of public keys that is missing here
        default ->
            throw new UnusableException(
                algorithm
                    + " has a salt or a secret and no key pair: give RSA or SM2, or import what"
                    + " both sides share");
      };
    } catch (GeneralSecurityException e) {
      throw new UnusableException("No key pair can be made: " + e.getMessage(), e);
    }
  }

  private KeyPair rsa() throws GeneralSecurityException {
    if (bits < LEAST_BITS || bits > MOST_BITS) {
      throw new UnusableException("--bits is " + bits + ": 1024 to 8192 are taken");
    }
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  private static String pem(byte[] pkcs8) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pkcs8);
    return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
  }
}
