package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.internal.request.Escaping;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the entries of the key store. */
@Command(
    name = "list",
    description = {
      "Lists the entries of a key store: secrets (salts, secrets, access keys),"
          + " of which nothing is shown, and public keys with the SHA-256 of their DER.",
      "",
      "openssl pkey -pubin -in FILE -outform DER | openssl dgst -sha256 gives the same number.",
      ""
    })
final class KeysListCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private StoreOptions store = new StoreOptions();

  @Spec private @Nullable CommandSpec spec;

  KeysListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    KeyFile keys = store.keyFile(terminal);
    if (keys.isNew()) {
      throw new UnusableException("There is no key store " + keys.path() + ": import a key first");
    }
    if (spec == null) {
      throw new IllegalStateException("picocli has not set the command");
    }
    PrintWriter out = spec.commandLine().getOut();
    for (String alias : keys.aliases()) {
      out.println(Escaping.oneLine(alias) + ": " + KeyDescription.of(keys, alias));
    }
    out.flush();
    return 0;
  }
}
