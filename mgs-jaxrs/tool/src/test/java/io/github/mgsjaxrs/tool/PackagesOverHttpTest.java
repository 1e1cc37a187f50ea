package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.offline.OfflineLimits;
import io.github.mgsjaxrs.offline.OfflineSettings;
import io.github.mgsjaxrs.offline.VerifiedPackage;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package that the tool made of a real page, and everything that can happen to it on its way. */
class PackagesOverHttpTest {

  private static final Path SITE = Path.of("src/test/resources/offline/site");
  private static final Path KEYS = Path.of("../src/test/resources/vectors/keys");

  @TempDir static Path directory;

  private static byte[] amr;
  private static PackageServer server;

  @BeforeAll
  static void start() throws IOException {
    amr = made("20000001.amr");
    server = new PackageServer(builder());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static byte[] made(String name) throws IOException {
    Path file = directory.resolve(name);
    ToolRun run =
        ToolRun.of(
            "",
            "package",
            "sign",
            "--key",
            KEYS.resolve("rsa-private.pem").toString(),
            "--app-id",
            "20000001",
            SITE.toString(),
            file.toString());
    assertThat(run).returns(0, ToolRun::code).returns("", ToolRun::err);
    return Files.readAllBytes(file);
  }

  private static MgsVerifierBuilder builder() throws IOException {
    return MgsVerifier.builder()
        .publicKey(
            "packages",
            SignatureAlgorithm.RSA,
            Files.readString(KEYS.resolve("rsa-public.pem"), US_ASCII))
        .tempDirectory(directory)
        .offline(OfflineSettings.DEFAULT.withKeys("packages"));
  }

  private static Map<String, byte[]> files(byte[] zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static void assertRefused(String what, byte[] changed, int... codes) {
    int before = server.resource().calls();
    HttpResponse<byte[]> answer = server.post(changed);
    String document = new String(answer.body(), UTF_8);
    assertThat(answer.statusCode()).as(what).isBetween(400, 422);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(document)
        .as(what)
        .matches(
            "\\{\"type\":\"urn:mgsjaxrs:offline:[a-z-]+\",\"title\":\"[^\"]+\",\"status\":"
                + answer.statusCode()
                + ",\"detail\":\"[^\"]+\",\"code\":[1-8]}");
    List<String> ends = new ArrayList<>();
    for (int code : codes) {
      ends.add("\"code\":" + code + "}");
    }
    assertThat(ends).as(what + ": " + document).anyMatch(document::endsWith);
    assertThat(server.resource().calls()).as(what).isEqualTo(before);
  }

  @Test
  void handsTheTarToTheResource() throws IOException {
    int before = server.resource().calls();
    HttpResponse<byte[]> answer = server.post(amr);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(files(amr).get("20000001.tar"));
    assertThat(server.resource().calls()).isEqualTo(before + 1);
    assertThat(server.resource().last().names()).containsExactly("Manifest.xml", "20000001.tar");
  }

  @Test
  void takesWhatWasZippedAnew() throws IOException {
    assertThat(server.post(zip(files(amr))).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesEachFileAltered() throws IOException {
    for (String name : files(amr).keySet()) {
      Map<String, byte[]> files = files(amr);
      byte[] content = files.get(name);
      content[content.length / 2] ^= 1;
      assertRefused(name + " altered", zip(files), 6);
      files.put(name, new byte[0]);
      assertRefused(name + " emptied", zip(files), 6);
    }
  }

  @Test
  void refusesEachFileOfTheSiteAltered() throws IOException {
    byte[] tar = files(amr).get("20000001.tar");
    try (Stream<Path> site = Files.walk(SITE)) {
      for (Path file : site.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(file);
        int at = indexOf(tar, content);
        assertThat(at).as(file.toString()).isPositive();
        Map<String, byte[]> files = files(amr);
        files.get("20000001.tar")[at + content.length / 2] ^= 1;
        assertRefused(file + " altered", zip(files), 6);
      }
    }
  }

  private static int indexOf(byte[] all, byte[] part) {
    for (int at = 0; at <= all.length - part.length; at++) {
      if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    return -1;
  }

  @Test
  void refusesEachFileRemoved() throws IOException {
    for (String name : files(amr).keySet()) {
      Map<String, byte[]> files = files(amr);
      files.remove(name);
      int code = name.endsWith(".tar") ? 3 : name.equals("SIGN.json") ? 4 : 6;
      assertRefused(name + " removed", zip(files), code);
    }
  }

  @Test
  void refusesEachKindOfFileAdded() throws IOException {
    for (String name :
        List.of("extra.js", "index.html", "sub/index.html", "sub/", "../index.html", "sign.json")) {
      Map<String, byte[]> files = files(amr);
      files.put(name, name.endsWith("/") ? new byte[0] : "alert(1)".getBytes(US_ASCII));
      assertRefused(name + " added", zip(files), 1, 6);
    }
    Map<String, byte[]> files = files(amr);
    files.put("second.tar", files.get("20000001.tar"));
    assertRefused("a second tar", zip(files), 3);
  }

  @Test
  void refusesEachFileRenamed() throws IOException {
    for (String name : files(amr).keySet()) {
      for (String other : List.of(name.toLowerCase(Locale.ROOT) + "x", "x-" + name)) {
        Map<String, byte[]> files = files(amr);
        files.put(other, files.remove(name));
        assertRefused(name + " renamed to " + other, zip(files), 3, 4, 5, 6);
      }
    }
  }

  @Test
  void refusesEachFileDuplicated() throws IOException {
    for (String name : files(amr).keySet()) {
      // a name of the same length, put right in the bytes, as no writer takes a name twice
      String other = "~" + name.substring(1);
      Map<String, byte[]> files = files(amr);
      files.put(other, files.get(name));
      byte[] zip = zip(files);
      replaceAll(zip, other.getBytes(US_ASCII), name.getBytes(US_ASCII));
      assertRefused(name + " duplicated", zip, 1);
      Map<String, byte[]> copied = files(amr);
      copied.put("copy-of-" + name, copied.get(name));
      assertRefused(name + " copied", zip(copied), 3, 6);
    }
  }

  private static void replaceAll(byte[] all, byte[] from, byte[] to) {
    for (int at = indexOf(all, from); at >= 0; at = indexOf(all, from)) {
      System.arraycopy(to, 0, all, at, to.length);
    }
  }

  @Test
  void refusesWhatIsCutOrLonger() {
    assertRefused("cut", Arrays.copyOf(amr, amr.length - 1), 1);
    assertRefused("cut in the middle", Arrays.copyOf(amr, amr.length / 2), 1);
    assertRefused("longer", Arrays.copyOf(amr, amr.length + 1), 1);
    assertRefused("empty", new byte[0], 8);
    assertRefused("text", "no package".getBytes(US_ASCII), 1);
  }

  @Test
  void readsPackagesWhileTheResponseIsWritten() throws IOException {
    byte[] tar = files(amr).get("20000001.tar");
    for (String path : List.of("packages/stream", "packages/later")) {
      HttpResponse<byte[]> answer =
          server.post(path, "application/zip", BodyPublishers.ofByteArray(amr));
      assertThat(answer.body()).as(path).isEqualTo(tar);
      assertClosed();
    }
    assertThat(server.inPieces(amr)).contains("20000001.tar:" + tar.length, "Manifest.xml:");
    assertClosed();
  }

  @Test
  void closesThePackageWhenTheResponseIsWrittenUnlessItIsKept() throws IOException {
    server.post(amr);
    assertClosed();
    server.post("packages/nothing", "application/zip", BodyPublishers.ofByteArray(amr));
    assertClosed();
    server.post("packages/keep", "application/zip", BodyPublishers.ofByteArray(amr));
    try (VerifiedPackage kept = server.resource().last();
        InputStream tar = kept.open(kept.tar())) {
      assertThat(tar.readAllBytes()).isEqualTo(files(amr).get("20000001.tar"));
    }
  }

  /** The client has the answer a little before the server is through with it. */
  private static void assertClosed() throws IOException {
    long end = System.nanoTime() + 60_000_000_000L;
    while (isOpen() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThatThrownBy(() -> server.resource().last().open("Manifest.xml").read())
        .isInstanceOf(IOException.class);
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.filter(file -> file.toString().endsWith(".package"))).isEmpty();
    }
  }

  private static boolean isOpen() {
    try (InputStream content = server.resource().last().open("Manifest.xml")) {
      return content.read() >= 0;
    } catch (IOException closed) {
      return false;
    }
  }

  @Test
  void takesChunksOfUnknownLength() {
    HttpResponse<byte[]> answer =
        server.post(
            "packages",
            "application/zip",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(amr)));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void readsOnlyTheContentTypesThatAreSet() throws IOException {
    int before = server.resource().calls();
    assertThat(
            server
                .post("packages", "application/x-amr", BodyPublishers.ofByteArray(amr))
                .statusCode())
        .isEqualTo(415);
    assertThat(server.resource().calls()).isEqualTo(before);
    try (PackageServer other =
        new PackageServer(
            builder()
                .offline(
                    OfflineSettings.DEFAULT
                        .withKeys("packages")
                        .withMediaTypes("application/X-AMR")))) {
      assertThat(
              other
                  .post("packages", "application/x-amr;v=1", BodyPublishers.ofByteArray(amr))
                  .statusCode())
          .isEqualTo(200);
      assertThat(other.post(amr).statusCode()).isEqualTo(415);
      assertThat(other.resource().calls()).isEqualTo(1);
    }
  }

  @Test
  void leavesOtherEntitiesToOtherReaders() {
    HttpResponse<byte[]> answer =
        server.post("packages/bytes", "application/zip", BodyPublishers.ofByteArray(amr));
    assertThat(new String(answer.body(), US_ASCII)).isEqualTo(amr.length + " bytes");
  }

  @Test
  void refusesWhatIsTooLargeByItsLengthOrWhileReading() throws IOException {
    OfflineLimits limits = OfflineLimits.DEFAULT.withPackageSize(amr.length - 1);
    try (PackageServer small =
        new PackageServer(
            builder().offline(OfflineSettings.DEFAULT.withKeys("packages").withLimits(limits)))) {
      HttpResponse<byte[]> announced = small.post(amr);
      assertThat(announced.statusCode()).isEqualTo(413);
      assertThat(new String(announced.body(), UTF_8))
          .startsWith("{\"type\":\"urn:mgsjaxrs:offline:too-large\"")
          .endsWith("\"code\":1}");
      assertThat(
              small
                  .post(
                      "packages",
                      "application/zip",
                      BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(amr)))
                  .statusCode())
          .isEqualTo(413);
      assertThat(small.resource().calls()).isZero();
    }
  }

  @Test
  void tellsNothingWhereCodesAreHidden() throws IOException {
    try (PackageServer silent = new PackageServer(builder().responseDetails(false))) {
      HttpResponse<byte[]> answer = silent.post(new byte[0]);
      assertThat(new String(answer.body(), UTF_8))
          .isEqualTo("{\"title\":\"Bad Request\",\"status\":400}");
      Map<String, byte[]> files = files(amr);
      files.remove("SIGN.json");
      assertThat(new String(silent.post(zip(files)).body(), UTF_8))
          .isEqualTo("{\"title\":\"Unprocessable Content\",\"status\":422}");
    }
  }

  @Test
  void answers503WhereNoKeyIsSetOrNoRoomIsLeft() throws IOException {
    for (OfflineSettings settings :
        List.of(
            OfflineSettings.DEFAULT,
            OfflineSettings.DEFAULT
                .withKeys("packages")
                .withLimits(OfflineLimits.DEFAULT.withTotalDisk(10)))) {
      try (PackageServer unset = new PackageServer(builder().offline(settings))) {
        HttpResponse<byte[]> answer = unset.post(amr);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(new String(answer.body(), UTF_8))
            .startsWith("{\"type\":\"urn:mgsjaxrs:offline:unknown\"")
            .endsWith("\"code\":7}");
        assertThat(unset.resource().calls()).isZero();
      }
    }
  }

  @Test
  void makesEqualPackagesOfEqualFiles() throws IOException {
    assertThat(made("again.amr")).isEqualTo(amr);
  }
}
