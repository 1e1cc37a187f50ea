package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Verified.SignedText;
import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import io.github.mgsjaxrs.internal.diagnosis.Finding;
import io.github.mgsjaxrs.internal.enforcement.ExplainedVerdict;
import io.github.mgsjaxrs.internal.request.Escaping;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** Says why a request is refused, and what would let it pass. */
@Command(
    name = "explain",
    description = {
      "Verifies a request as 'mgs verify' does, and looks for what would have made its signature"
          + " match: other settings, other keys, and faults of whoever signed.",
      "",
      "The string to sign is shown on one line, with \\n for a line feed and *** for the values of"
          + " parameters, unless the settings have mgs.diagnostics.values=true. With --json it is"
          + " exact. A right signature is never shown.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mgs explain --settings mgs.properties request.http",
      "  mgs explain --settings mgs.properties --json - < request.http"
    })
final class ExplainCommand extends VerdictCommand {

  ExplainCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void print(ExplainedVerdict explained, boolean values, PrintWriter out) {
    out.println(line(explained));
    SignedText text = explained.stringToSign();
    if (text != null) {
      out.println("string to sign: " + text.describe(values));
    }
    Diagnosis diagnosis = explained.diagnosis();
    if (!diagnosis.matched() && explained.verdict() instanceof Rejected && diagnosis.tried() > 0) {
      out.println(diagnosis.nothingMatched());
    }
    if (!diagnosis.findings().isEmpty()) {
      out.println(diagnosis.matched() ? "it would match otherwise:" : "not proven, but possible:");
      for (Finding finding : diagnosis.findings()) {
        out.println("- " + Escaping.oneLine(finding.why()));
      }
    }
  }
}
