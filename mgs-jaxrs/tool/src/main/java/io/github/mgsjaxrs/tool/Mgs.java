package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.internal.request.Escaping;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;

/** The command {@code mgs}. */
@Command(
    name = "mgs",
    mixinStandardHelpOptions = true,
    versionProvider = Mgs.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Keys and signatures of the mPaaS gateway MGS, for those who run a backend behind it.",
      ""
    },
    footer = {
      "",
      "A first round, from the gateway's console to an explained mismatch:",
      "  mgs keys import --settings mgs.properties --id orders --algorithm SM3",
      "  mgs sign --settings mgs.properties --key orders --request good.http GET '/orders?a=1'",
      "  mgs verify --settings mgs.properties good.http",
      "  mgs explain --settings mgs.properties captured.http",
      "",
      "What there is to set, and the default of each: mgs settings",
      "",
      "Exit codes: 0 verified, or done; 1 rejected; 2 wrong use, or a request, key or settings file"
          + " that cannot be read."
    })
public final class Mgs {

  private static final int UNUSABLE = 2;

  private Mgs() {}

  /**
   * Runs the command and ends the process with its exit code.
   *
   * @param arguments what stands behind {@code mgs}
   */
  public static void main(String[] arguments) {
    System.exit(commandLine(Terminal.ofProcess()).execute(arguments));
  }

  /** The whole command, with what is typed or piped in. */
  static CommandLine commandLine(Terminal terminal) {
    CommandLine keys =
        new CommandLine(new KeysCommand())
            .addSubcommand(new KeysImportCommand(terminal))
            .addSubcommand(new KeysListCommand(terminal))
            .addSubcommand(new KeysGenerateCommand(terminal))
            .addSubcommand(new KeysRemoveCommand(terminal));
    CommandLine packages =
        new CommandLine(new PackageCommand())
            .addSubcommand(new PackageSignCommand(terminal))
            .addSubcommand(new PackageVerifyCommand(terminal));
    CommandLine mgs =
        new CommandLine(new Mgs())
            .addSubcommand(keys)
            .addSubcommand(packages)
            .addSubcommand(new SignCommand(terminal))
            .addSubcommand(new VerifyCommand(terminal))
            .addSubcommand(new ExplainCommand(terminal))
            .addSubcommand(new SettingsCommand());
    addHelp(mgs);
    return mgs.setExecutionExceptionHandler(Mgs::failed)
        .setExitCodeExceptionMapper(anything -> UNUSABLE)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }

  private static void addHelp(CommandLine command) {
    for (CommandLine below : command.getSubcommands().values()) {
      below.getCommandSpec().mixinStandardHelpOptions(true);
      addHelp(below);
    }
  }

  /** What the operator gave is answered by a message, a fault of ours by its trace. */
  private static int failed(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (!(failure instanceof UnusableException
        || failure instanceof MgsConfigurationException
        || failure instanceof IllegalArgumentException)) {
      throw failure;
    }
    PrintWriter err = command.getErr();
    String.valueOf(failure.getMessage())
        .lines()
        .forEach(line -> err.println("mgs: " + Escaping.oneLine(line)));
    err.flush();
    return UNUSABLE;
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Mgs.class.getPackage().getImplementationVersion();
      return new String[] {"mgs " + (version == null ? "(not packaged)" : version)};
    }
  }
}
