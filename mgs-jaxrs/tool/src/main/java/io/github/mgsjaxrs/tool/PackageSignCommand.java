package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.client.PackageSigner;
import io.github.mgsjaxrs.offline.EntryName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a signed package. */
@Command(
    name = "sign",
    description = {
      "Makes a signed package of a folder, or of a tar file that is there already.",
      "",
      "Of a folder, its files become <app id>.tar, in the order of their paths and without times and"
          + " owners. Where it has no hpmfile.json, one with app id and version is added. Equal files"
          + " give equal packages.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mgs package sign --key private_key.pem --app-id 20000001 site 20000001.amr",
      "  mgs package sign --key private_key.pem --manifest Manifest.xml 20000001.tar 20000001.amr"
    })
final class PackageSignCommand implements Callable<Integer> {

  private static final String TAR = ".tar";

  private final Terminal terminal;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "The RSA private key as PEM, not encrypted.")
  private String key = "";

  @Option(
      names = "--app-id",
      paramLabel = "ID",
      description = "The app's id; of a tar file its name by default.")
  private @Nullable String appId;

  @Option(
      names = "--package-version",
      paramLabel = "VERSION",
      defaultValue = "1.0.0.0",
      description = "The package's version; by default ${DEFAULT-VALUE}.")
  private String version = "";

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description = "Its Manifest.xml; by default one with app id and version.")
  private @Nullable String manifest;

  @Parameters(index = "0", paramLabel = "SITE", description = "A folder, or a tar file.")
  private Path site = Path.of("");

  @Parameters(index = "1", paramLabel = "PACKAGE", description = "The package; a new file.")
  private Path amr = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  PackageSignCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PackageSigner signer = PackageSigner.privateKey(terminal.text(key));
    boolean folder = Files.isDirectory(site);
    String id = plain("--app-id", appId == null ? idOf(folder) : appId);
    if (!EntryName.isTaken(id + TAR)) {
      throw new UnusableException(
          "--app-id is '" + id + "', and a file of that name is another one on Windows");
    }
    plain("--package-version", version);
    byte[] tar = folder ? folderTar(id) : terminal.bytes(site.toString());
    if (tar.length == 0) {
      throw new UnusableException("There is nothing in " + site + ": give a tar file");
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("Manifest.xml", manifest == null ? manifest(id) : terminal.bytes(manifest));
    files.put(id + TAR, tar);
    byte[] made = signer.amr(files);
    OwnFile.create(amr, made);
    if (spec != null) {
      spec.commandLine()
          .getOut()
          .println(
              "Signed " + amr + ": " + id + TAR + " of " + tar.length + " bytes, and Manifest.xml");
    }
    return 0;
  }

  private byte[] folderTar(String id) {
    SiteFolder files = new SiteFolder(site);
    if (!key.equals("-")) {
      files.requireOutside(Path.of(key));
    }
    return files.tar(id, version);
  }

  private String idOf(boolean folder) {
    String name = String.valueOf(site.getFileName());
    if (folder || !name.endsWith(TAR)) {
      throw new UnusableException(
          "The app id of " + site + " is not known: give --app-id, or a file <app id>.tar");
    }
    return name.substring(0, name.length() - TAR.length());
  }

  /** Goes into file names, JSON and XML as it is. */
  private static String plain(String option, String value) {
    if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      throw new UnusableException(
          option + " is '" + value + "': letters, digits, dots, hyphens and underscores are taken");
    }
    return value;
  }

  private byte[] manifest(String id) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package id=\""
            + id
            + "\" version=\""
            + version
            + "\"/>\n")
        .getBytes(UTF_8);
  }
}
