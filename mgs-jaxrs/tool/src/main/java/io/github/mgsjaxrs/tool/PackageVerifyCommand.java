package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.offline.OfflinePackageVerifier;
import io.github.mgsjaxrs.offline.OfflineSettings;
import io.github.mgsjaxrs.offline.PackageOutcome;
import io.github.mgsjaxrs.offline.PackageVerdict;
import io.github.mgsjaxrs.offline.RejectedPackage;
import io.github.mgsjaxrs.offline.VerifiedPackage;
import io.github.mgsjaxrs.verifier.MgsConfiguration;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether a package would be taken. */
@Command(
    name = "verify",
    description = {
      "Verifies a package as a server with this key would.",
      "",
      "The code is the one that mPaaS clients give: 0 success, 1 invalid parameter, 2 path missing,"
          + " 3 tar missing, 4 certificate missing, 5 tar signature empty, 6 verification failed,"
          + " 7 unknown, 8 empty.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mgs package verify --key public.pem 20000001.amr",
      "  mgs package verify --settings mgs.properties --json 20000001.amr"
    })
final class PackageVerifyCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The RSA public key: PEM, bare Base64, or a certificate.")
  private @Nullable String key;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "The library's settings: keys and limits are those of mgs.offline.*.")
  private @Nullable String settings;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Parameters(paramLabel = "PACKAGE", description = "The package, a file.")
  private Path amr = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  PackageVerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PackageVerdict verdict = verifier().verify(amr);
    if (verdict instanceof RejectedPackage rejected
        && (rejected.outcome() == PackageOutcome.PATH_MISSING
            || rejected.outcome() == PackageOutcome.UNKNOWN)) {
      throw new UnusableException("The package cannot be read: " + rejected.reason());
    }
    if (spec == null) {
      throw new IllegalStateException("picocli has not set the command");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? json(verdict) : line(verdict));
    out.flush();
    if (verdict instanceof VerifiedPackage verified) {
      verified.close();
      return VerdictCommand.VERIFIED;
    }
    return VerdictCommand.REJECTED;
  }

  private OfflinePackageVerifier verifier() {
    if (key != null && settings == null) {
      return OfflinePackageVerifier.of(terminal.text(key));
    }
    if (settings == null || key != null) {
      throw new UnusableException("Give either --key or --settings");
    }
    try (MgsVerifier verifier =
        MgsConfiguration.builder(SettingsFile.read(settings, terminal))
            .reloadInterval(Duration.ZERO)
            .build()) {
      OfflineSettings offline = verifier.settings().offline();
      TextKey[] keys =
          offline.keys().stream()
              .map(id -> verifier.keys().resolve(id).orElseThrow())
              .toArray(TextKey[]::new);
      if (keys.length == 0) {
        throw new UnusableException(
            "mgs.offline.keys is not set in "
                + settings
                + ": name the RSA key that packages are signed by");
      }
      return OfflinePackageVerifier.of(keys).with(offline.limits());
    }
  }

  private static String line(PackageVerdict verdict) {
    if (verdict instanceof VerifiedPackage verified) {
      return "verified: "
          + verified.names().stream()
              .map(name -> name + " (" + verified.size(name) + " bytes)")
              .collect(Collectors.joining(", "));
    }
    RejectedPackage rejected = (RejectedPackage) verdict;
    return String.format(
        Locale.ROOT,
        "rejected (code %d, %s): %s",
        rejected.outcome().code(),
        rejected.outcome().slug(),
        rejected.reason());
  }

  private static String json(PackageVerdict verdict) {
    String files =
        verdict instanceof VerifiedPackage verified
            ? verified.names().stream().map(JsonText::of).collect(Collectors.joining(","))
            : "";
    return "{\"verdict\":"
        + JsonText.of(verdict instanceof VerifiedPackage ? "verified" : "rejected")
        + ",\"code\":"
        + verdict.outcome().code()
        + ",\"outcome\":"
        + JsonText.of(verdict.outcome().slug())
        + ",\"files\":["
        + files
        + "],\"reason\":"
        + JsonText.of(verdict instanceof RejectedPackage rejected ? rejected.reason() : null)
        + "}";
  }
}
