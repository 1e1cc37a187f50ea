package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.internal.enforcement.JudgedRequest;
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
final class VerifyCommand extends JudgingCommand {

  VerifyCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void print(JudgedRequest judged, boolean values, PrintWriter out) {
    out.println(line(judged));
    if (judged.verdict() instanceof Rejected) {
      out.println("mgs explain, with the same arguments, looks for the cause.");
    }
  }
}
