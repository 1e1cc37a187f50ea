package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.settings.Setting;
import io.github.mgsjaxrs.verifier.MgsConfiguration;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what there is to set. */
@Command(
    name = "settings",
    description = {
      "Lists the settings of the library: the name of each, its default, and what it does.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mgs settings",
      "  mgs settings limits",
      "  mgs settings --json canonical"
    })
final class SettingsCommand implements Callable<Integer> {

  private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\([^)]+\\)");

  @Option(
      names = "--json",
      description = {
        "Print an array of objects, with the form, the words and the range of a value too.",
        "What has no value for a default has null, and in \"otherwise\" what happens instead."
      })
  private boolean json;

  @Parameters(
      arity = "0..1",
      paramLabel = "WORD",
      description = "Only those that have this word in their names.")
  private String word = "";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    List<Setting> found =
        MgsConfiguration.settings().stream()
            .filter(setting -> setting.name().contains(word.toLowerCase(Locale.ROOT)))
            .toList();
    if (found.isEmpty()) {
      throw new UnusableException(
          "No setting has '" + word + "' in its name: mgs settings lists all of them");
    }
    if (spec == null) {
      throw new IllegalStateException("picocli has not set the command");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        json
            ? found.stream().map(SettingsCommand::json).collect(Collectors.joining(",\n", "[", "]"))
            : found.stream().map(SettingsCommand::text).collect(Collectors.joining("\n")));
    out.flush();
    return 0;
  }

  private static String text(Setting setting) {
    String otherwise = setting.otherwise() == null ? "no default" : setting.otherwise();
    String shipped = setting.defaultValue() == null ? otherwise : setting.defaultValue();
    return setting.name() + " (" + shipped + ")\n    " + plain(setting);
  }

  /** Without the marks and links of Markdown. */
  private static String plain(Setting setting) {
    return LINK.matcher(setting.description()).replaceAll("$1").replace("`", "");
  }

  private static String json(Setting setting) {
    return "{\"name\":"
        + JsonText.of(setting.name())
        + ",\"form\":"
        + JsonText.of(setting.form())
        + ",\"words\":["
        + setting.words().stream().map(JsonText::of).collect(Collectors.joining(","))
        + "],\"range\":"
        + JsonText.of(setting.range())
        + ",\"list\":"
        + setting.list()
        + ",\"secret\":"
        + setting.secret()
        + ",\"default\":"
        + JsonText.of(setting.defaultValue())
        + ",\"otherwise\":"
        + JsonText.of(setting.otherwise())
        + ",\"description\":"
        + JsonText.of(plain(setting))
        + "}";
  }
}
