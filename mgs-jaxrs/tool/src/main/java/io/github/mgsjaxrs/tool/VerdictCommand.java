package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.internal.diagnosis.Finding;
import io.github.mgsjaxrs.internal.enforcement.ExplainedVerdict;
import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.verifier.MgsConfiguration;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code verify} and {@code explain} have in common. */
abstract class VerdictCommand implements Callable<Integer> {

  static final int VERIFIED = 0;
  static final int REJECTED = 1;

  private final Terminal terminal;

  @Option(
      names = "--settings",
      required = true,
      paramLabel = "FILE",
      description = {
        "The library's settings, as a properties file in UTF-8: a deployment's own file.",
        "Expressions such as $${NAME} are expanded."
      })
  private String settings = "";

  @Option(names = "--json", description = "Print one JSON object, with the exact string to sign.")
  private boolean json;

  @Option(
      names = "--at-its-time",
      description = {
        "Verify a request as of the time of its timestamp: one that was captured has expired."
      })
  private boolean atItsTime;

  @Parameters(
      paramLabel = "REQUEST",
      description = {
        "A raw HTTP/1.1 request in a file: request line, headers, an empty line, body;",
        "- for standard input."
      })
  private String request = "";

  @Spec private @Nullable CommandSpec spec;

  VerdictCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    SettingsFile file = SettingsFile.read(settings, terminal);
    RequestText text = RequestText.of(terminal.bytes(request));
    ExplainedVerdict explained;
    try (MgsVerifier verifier =
        MgsConfiguration.builder(file)
            .reloadInterval(Duration.ZERO)
            .replayGuard((scope, token) -> true) // a request that is asked about is not sent
            .build()) {
      explained =
          atItsTime
              ? ExplainedVerdict.atItsTime(
                  verifier, text.method(), text.target(), text.headers(), text.body())
              : ExplainedVerdict.of(
                  verifier, text.method(), text.target(), text.headers(), text.body());
    }
    if (spec == null) {
      throw new IllegalStateException("picocli has not set the command");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(explained));
    } else {
      boolean values = file.value("mgs.diagnostics.values", "false").strip().equals("true");
      print(explained, values, out);
    }
    out.flush();
    return explained.verdict() instanceof Verified ? VERIFIED : REJECTED;
  }

  /** Prints for people. */
  abstract void print(ExplainedVerdict explained, boolean values, PrintWriter out);

  /** The verdict in one line. */
  static String line(ExplainedVerdict explained) {
    if (explained.verdict() instanceof Verified verified) {
      return "verified: "
          + verified.algorithm()
          + " signature of key '"
          + Escaping.oneLine(verified.keyId())
          + "'";
    }
    Rejected rejected = (Rejected) explained.verdict();
    String code =
        rejected.rejection().code().isPresent()
            ? "code " + rejected.rejection().code().getAsInt() + ", "
            : "";
    String hint =
        rejected.rejection() == Rejection.TIMESTAMP_EXPIRED
            ? " (--at-its-time verifies a captured call as of its timestamp)"
            : "";
    return "rejected (" + code + rejected.rejection().slug() + "): " + rejected.reason() + hint;
  }

  private static String json(ExplainedVerdict explained) {
    boolean verified = explained.verdict() instanceof Verified;
    String code =
        explained.verdict() instanceof Rejected refusal && refusal.rejection().code().isPresent()
            ? String.format(Locale.ROOT, "%d", refusal.rejection().code().getAsInt())
            : "null";
    return "{\"verdict\":"
        + JsonText.of(verified ? "verified" : "rejected")
        + ",\"code\":"
        + code
        + ",\"stringToSign\":"
        + JsonText.of(explained.text())
        + ",\"wouldMatch\":["
        + explained.diagnosis().findings().stream()
            .map(VerdictCommand::json)
            .collect(Collectors.joining(","))
        + "],\"reason\":"
        + JsonText.of(explained.verdict() instanceof Rejected rejected ? rejected.reason() : null)
        + "}";
  }

  private static String json(Finding finding) {
    return "{\"setting\":"
        + JsonText.of(finding.setting())
        + ",\"why\":"
        + JsonText.of(finding.why())
        + "}";
  }
}
