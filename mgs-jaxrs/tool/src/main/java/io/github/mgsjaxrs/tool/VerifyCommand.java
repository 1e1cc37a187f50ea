package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.internal.enforcement.ExplainedVerdict;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** Says whether a request would be served. */
@Command(
    name = "verify",
    description = {
      "Verifies a request as a server with these settings would.",
      "",
      "Any key of the settings is admitted: what a resource or mgs.protect asks for besides is not"
          + " known here.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mgs verify --settings mgs.properties request.http",
      "  mgs verify --settings mgs.properties - < request.http"
    })
final class VerifyCommand extends VerdictCommand {

  VerifyCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void print(ExplainedVerdict explained, boolean values, PrintWriter out) {
    out.println(line(explained));
    if (explained.verdict() instanceof Rejected) {
      out.println("mgs explain, with the same arguments, looks for the cause.");
    }
  }
}
