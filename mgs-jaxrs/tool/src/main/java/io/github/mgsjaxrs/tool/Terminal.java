package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the operator types or pipes in. */
final class Terminal {

  private static final String STANDARD_INPUT = "-";

  /** Bytes; a device may have no end. */
  private static final int MOST = 256 * 1024 * 1024;

  private final InputStream in;
  private final @Nullable Console console;
  private final int most;

  Terminal(InputStream in, @Nullable Console console) {
    this(in, console, MOST);
  }

  /** One that takes so many bytes of a file, and less than two billion. */
  Terminal(InputStream in, @Nullable Console console, int most) {
    this.in = in;
    this.console = console;
    this.most = most;
  }

  /** Of this process; newer JDKs have a console also where nobody sits in front of it. */
  @SuppressWarnings("SystemConsoleNull") // JDK 17 gives none where nobody sits in front of it
  static Terminal ofProcess() {
    Console console = System.console();
    return new Terminal(System.in, console != null && isTerminal(console) ? console : null);
  }

  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }

  /** A secret from a prompt, or null where nobody sits there. */
  @Nullable String prompted(String prompt) {
    if (console == null) {
      return null;
    }
    char[] typed = console.readPassword("%s: ", prompt);
    if (typed == null) {
      throw new UnusableException("Nothing was typed for: " + prompt);
    }
    return new String(typed);
  }

  /** A secret from a prompt, else all of standard input without the line end that closes it. */
  String secret(String prompt) {
    String typed = prompted(prompt);
    if (typed != null) {
      return typed;
    }
    String text = text(STANDARD_INPUT);
    if (text.endsWith("\n")) {
      int end = text.length() - 1;
      return text.substring(0, end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end);
    }
    return text;
  }

  /** The bytes of a file; of standard input for a hyphen. */
  byte[] bytes(String file) {
    try {
      if (file.equals(STANDARD_INPUT)) {
        return bounded(in, "Standard input");
      }
      try (InputStream opened = Files.newInputStream(Path.of(file))) {
        return bounded(opened, "'" + file + "'");
      }
    } catch (UnusableException tooLong) {
      throw tooLong;
    } catch (NoSuchFileException e) {
      throw new UnusableException(
          "There is no file " + Path.of(file).toAbsolutePath() + ": give one that is there", e);
    } catch (IOException | RuntimeException e) {
      throw new UnusableException("'" + file + "' cannot be read: " + e, e);
    }
  }

  private byte[] bounded(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(most + 1);
    if (bytes.length > most) {
      throw new UnusableException(
          name + " is longer than " + most + " bytes, which is the most that is taken");
    }
    return bytes;
  }

  /** The same as text in UTF-8. */
  String text(String file) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(file))).toString();
    } catch (CharacterCodingException e) {
      String name = file.equals(STANDARD_INPUT) ? "Standard input" : "'" + file + "'";
      throw new UnusableException(name + " is not UTF-8, which is needed", e);
    }
  }
}
