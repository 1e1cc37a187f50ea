package io.github.mgsjaxrs.tool;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes an entry out of the key store. */
@Command(
    name = "remove",
    description = {
      "Removes an entry of a key store.",
      "",
      "A running server refuses its requests once it has read the file again"
          + " (mgs.keys.reload-interval). Remove its mgs.keys.\"<id>\" settings too, or the next"
          + " start stops with them.",
      ""
    })
final class KeysRemoveCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private StoreOptions store = new StoreOptions();

  @Option(names = "--id", required = true, paramLabel = "ID", description = "The entry's alias.")
  private String id = "";

  @Spec private @Nullable CommandSpec spec;

  KeysRemoveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    KeyFile keys = store.keyFile(terminal);
    if (!keys.contains(id)) {
      throw new UnusableException(
          "The key store " + keys.path() + " has no entry '" + id + "': it has " + keys.aliases());
    }
    keys.remove(id);
    keys.save();
    if (spec != null) {
      spec.commandLine().getOut().println("Removed '" + id + "' from " + keys.path());
    }
    return 0;
  }
}
