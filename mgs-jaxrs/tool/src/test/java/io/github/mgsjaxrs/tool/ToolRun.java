package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * The command in this process, with what it prints.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record ToolRun(int code, String out, String err) {

  static ToolRun of(String input, String... arguments) {
    return of(input.getBytes(UTF_8), arguments);
  }

  static ToolRun of(byte[] input, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Mgs.commandLine(new Terminal(new ByteArrayInputStream(input), null))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new ToolRun(code, out.toString(), err.toString());
  }
}
