package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mgsjaxrs.testing.CommandLine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageCommandTest {

  private static final Path SITE = Path.of("src/test/resources/offline/site");
  private static final Path PRIVATE = Path.of("../src/test/resources/vectors/keys/rsa-private.pem");
  private static final Path PUBLIC = Path.of("../src/test/resources/vectors/keys/rsa-public.pem");

  @TempDir Path directory;

  private ToolRun sign(String... more) {
    List<String> arguments = new ArrayList<>(List.of("package", "sign", "--key", "" + PRIVATE));
    arguments.addAll(List.of(more));
    return ToolRun.of("", arguments.toArray(new String[0]));
  }

  private Path signed() {
    Path amr = directory.resolve("20000001.amr");
    assertThat(sign("--app-id", "20000001", "" + SITE, "" + amr)).returns(0, ToolRun::code);
    return amr;
  }

  private ToolRun verify(Path amr, String... more) {
    List<String> arguments = new ArrayList<>(List.of("package", "verify", "" + amr));
    arguments.addAll(more.length == 0 ? List.of("--key", "" + PUBLIC) : List.of(more));
    return ToolRun.of("", arguments.toArray(new String[0]));
  }

  @Test
  void signsAFolder() throws IOException {
    Path amr = directory.resolve("20000001.amr");
    ToolRun run = sign("--app-id", "20000001", "" + SITE, "" + amr);
    assertThat(run)
        .isEqualTo(
            new ToolRun(
                0, "Signed " + amr + ": 20000001.tar of 6144 bytes, and Manifest.xml\n", ""));
    ToolRun verified = verify(amr);
    assertThat(verified)
        .isEqualTo(
            new ToolRun(0, "verified: Manifest.xml (82 bytes), 20000001.tar (6144 bytes)\n", ""));
    assertThat(verify(amr, "--json", "--key", "" + PUBLIC).out())
        .isEqualTo(
            "{\"verdict\":\"verified\",\"code\":0,\"outcome\":\"success\","
                + "\"files\":[\"Manifest.xml\",\"20000001.tar\"],\"reason\":null}\n");
  }

  @Test
  void publishesNoKeyThatLiesInTheFolder() throws IOException {
    Path site = Files.createDirectories(directory.resolve("site"));
    Files.writeString(site.resolve("index.html"), "<p>tea</p>");
    Path key = Files.copy(PRIVATE, site.resolve("private_key.pem"));
    Path amr = directory.resolve("1.amr");
    ToolRun run =
        ToolRun.of("", "package", "sign", "--key", "" + key, "--app-id", "1", "" + site, "" + amr);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("would be published in the package: move it elsewhere");
    assertThat(amr).doesNotExist();
    Files.delete(key);
    assertThat(sign("--app-id", "1", "" + site, "" + amr)).returns(0, ToolRun::code);
  }

  @Test
  void signsNoTarThatIsEmpty() throws IOException {
    Path amr = directory.resolve("1.amr");
    // standard input can be read once: the key takes all of it
    ToolRun run =
        ToolRun.of(
            Files.readString(PRIVATE),
            "package",
            "sign",
            "--key",
            "-",
            "--app-id",
            "1",
            "-",
            "" + amr);
    assertThat(run).isEqualTo(new ToolRun(2, "", "mgs: There is nothing in -: give a tar file\n"));
    assertThat(amr).doesNotExist();
  }

  @Test
  void refusesANameThatIsAPathElsewhere() throws IOException {
    assumeThat(File.separatorChar).isEqualTo('/');
    Path site = Files.createDirectories(directory.resolve("site"));
    Files.writeString(site.resolve("..\\evil.js"), "alert(1)");
    ToolRun run = sign("--app-id", "1", "" + site, "" + directory.resolve("1.amr"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("has a backslash");
  }

  @Test
  @Tag("openssl")
  void makesSignaturesThatOpenSslVerifiesAlone() throws IOException {
    CommandLine commands = new CommandLine(directory);
    try (ZipFile zip = new ZipFile(signed().toFile())) {
      String json = new String(content(zip, "SIGN.json"), UTF_8);
      Matcher entry = Pattern.compile("\"([^\"]+)\": \"([^\"]+)\"").matcher(json);
      List<String> found = new ArrayList<>();
      while (entry.find()) {
        Path file = directory.resolve(entry.group(1));
        Path signature = directory.resolve(entry.group(1) + ".sig");
        Files.write(file, content(zip, entry.group(1)));
        Files.write(signature, Base64.getDecoder().decode(entry.group(2)));
        assertThat(
                commands.opensslText(
                    "dgst",
                    "-sha1",
                    "-verify",
                    "" + PUBLIC.toAbsolutePath(),
                    "-signature",
                    "" + signature,
                    "" + file))
            .isEqualTo("Verified OK\n");
        found.add(entry.group(1));
      }
      assertThat(found).containsExactly("Manifest.xml", "20000001.tar");
    }
  }

  private static byte[] content(ZipFile zip, String name) throws IOException {
    return zip.getInputStream(zip.getEntry(name)).readAllBytes();
  }

  @Test
  @Tag("openssl")
  void verifiesWhatOpenSslSignedAndAnyWriterPacked() throws IOException {
    CommandLine commands = new CommandLine(directory);
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("20000001.tar", Files.readAllBytes(SITE.resolve("index.html")));
    files.put("Manifest.xml", "<x/>".getBytes(UTF_8));
    List<String> members = new ArrayList<>();
    for (String name : files.keySet()) {
      Path file = Files.write(directory.resolve(name), files.get(name));
      byte[] signature =
          commands.openssl("dgst", "-sha1", "-sign", "" + PRIVATE.toAbsolutePath(), "" + file);
      members.add('"' + name + "\":\"" + Base64.getEncoder().encodeToString(signature) + '"');
    }
    byte[] json = ("{" + String.join(",", members) + "}").getBytes(UTF_8);
    for (String map : List.of("SIGN.json", "CERT.json")) {
      Path amr = directory.resolve(map + ".amr");
      files.put(map, json);
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(amr))) {
        for (String name : files.keySet()) {
          zip.putNextEntry(new ZipEntry(name));
          zip.write(files.get(name));
        }
      }
      files.remove(map);
      assertThat(verify(amr)).returns(0, ToolRun::code);
      Files.write(directory.resolve(map), json);
      Path byJar = directory.resolve(map + "-jar.amr");
      commands.text(
          "" + Path.of(System.getProperty("java.home"), "bin", "jar"),
          "cfM",
          "" + byJar,
          "20000001.tar",
          "Manifest.xml",
          map);
      assertThat(verify(byJar)).returns(0, ToolRun::code);
    }
  }

  @Test
  @Tag("openssl")
  void writesATarThatTarReads() throws IOException {
    Path deep = directory.resolve("site/" + "folder-0123456789/".repeat(9));
    Files.createDirectories(deep);
    Files.writeString(deep.resolve("page.html"), "deep");
    Files.writeString(directory.resolve("site/hpmfile.json"), "{\"own\":true}");
    Path amr = directory.resolve("2.amr");
    assertThat(sign("--app-id", "2", "" + directory.resolve("site"), "" + amr))
        .returns(0, ToolRun::code);
    Path tar = directory.resolve("2.tar");
    try (ZipFile zip = new ZipFile(amr.toFile())) {
      Files.write(tar, content(zip, "2.tar"));
    }
    CommandLine commands = new CommandLine(directory);
    assertThat(commands.text("tar", "-tf", "" + tar))
        .isEqualTo("folder-0123456789/".repeat(9) + "page.html\nhpmfile.json\n");
    assertThat(commands.text("tar", "-xOf", "" + tar, "hpmfile.json")).isEqualTo("{\"own\":true}");
    assertThat(commands.text("tar", "-xOf", "" + tar, "folder-0123456789/".repeat(9) + "page.html"))
        .isEqualTo("deep");
  }

  @Test
  void signsATarThatIsThereWithItsManifest() throws IOException {
    Path tar = Files.writeString(directory.resolve("30000003.tar"), "any bytes");
    Path manifest = Files.writeString(directory.resolve("M.xml"), "<own/>");
    Path amr = directory.resolve("30000003.amr");
    assertThat(sign("--manifest", "" + manifest, "" + tar, "" + amr)).returns(0, ToolRun::code);
    try (ZipFile zip = new ZipFile(amr.toFile())) {
      assertThat(content(zip, "30000003.tar")).isEqualTo("any bytes".getBytes(UTF_8));
      assertThat(content(zip, "Manifest.xml")).isEqualTo("<own/>".getBytes(UTF_8));
    }
    assertThat(verify(amr)).returns(0, ToolRun::code);
  }

  @Test
  void refusesAPackageThatWasChanged() throws IOException {
    Path amr = signed();
    byte[] bytes = Files.readAllBytes(amr);
    Files.write(amr, Arrays.copyOf(bytes, bytes.length + 1));
    assertThat(verify(amr))
        .isEqualTo(
            new ToolRun(
                1,
                "rejected (code 1, invalid-parameter): its last 22 bytes are no end of a ZIP file,"
                    + " or it has a comment\n",
                ""));
    assertThat(verify(amr, "--json", "--key", "" + PUBLIC))
        .returns(1, ToolRun::code)
        .extracting(ToolRun::out)
        .asString()
        .startsWith("{\"verdict\":\"rejected\",\"code\":1,\"outcome\":\"invalid-parameter\"");
  }

  @Test
  void verifiesByTheSettingsOfADeployment() throws IOException {
    Path settings = directory.resolve("mgs.properties");
    String key = "mgs.keys.packages.public-key-location=" + PUBLIC.toAbsolutePath() + "\n";
    Files.writeString(settings, key + "mgs.offline.keys=packages\n");
    Path amr = signed();
    assertThat(verify(amr, "--settings", "" + settings)).returns(0, ToolRun::code);
    Files.writeString(
        settings, key + "mgs.offline.keys=packages\nmgs.offline.limits.package=1 KiB\n");
    assertThat(verify(amr, "--settings", "" + settings))
        .returns(1, ToolRun::code)
        .extracting(ToolRun::out)
        .asString()
        .contains("rejected (code 1, too-large)");
    Files.writeString(settings, key);
    assertThat(verify(amr, "--settings", "" + settings))
        .returns(2, ToolRun::code)
        .extracting(ToolRun::err)
        .asString()
        .contains("mgs.offline.keys is not set");
  }

  @Test
  void saysWhatItCannotUse() throws IOException {
    Path amr = signed();
    assertUnusable(verify(amr, "--key", "" + PRIVATE), "private key");
    assertUnusable(verify(amr, "--json"), "Give either --key or --settings");
    assertUnusable(
        verify(amr, "--key", "" + PUBLIC, "--settings", "" + PUBLIC), "either --key or --settings");
    assertUnusable(verify(directory.resolve("absent")), "there is no file");
    assertUnusable(sign("--app-id", "20000001", "" + SITE, "" + amr), "There is a file");
    Path other = directory.resolve("other.amr");
    assertUnusable(sign("" + SITE, "" + other), "give --app-id");
    assertUnusable(sign("--app-id", "CON", "" + SITE, "" + other), "--app-id is 'CON'");
    assertUnusable(sign("--app-id", "../x", "" + SITE, "" + other), "--app-id is '../x'");
    assertUnusable(
        sign("--app-id", "1", "--package-version", "\"", "" + SITE, "" + other),
        "--package-version is '\"'");
    assertUnusable(sign("--app-id", "1", "absent", "" + other), "There is no file");
    Path empty = Files.createDirectory(directory.resolve("empty"));
    assertUnusable(sign("--app-id", "1", "" + empty, "" + other), "There is no file in");
    Files.createSymbolicLink(empty.resolve("link"), amr);
    assertUnusable(sign("--app-id", "1", "" + empty, "" + other), "replace the link");
    Path deep = Files.createDirectory(directory.resolve("long"));
    Files.writeString(deep.resolve("x".repeat(101)), "");
    assertUnusable(sign("--app-id", "1", "" + deep, "" + other), "too long for a tar file");
    assertThat(other).doesNotExist();
  }

  private static void assertUnusable(ToolRun run, String message) {
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("mgs: ").contains(message);
  }
}
