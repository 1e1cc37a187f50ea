package io.github.mgsjaxrs.conformance.suite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.client.PackageSigner;
import io.github.mgsjaxrs.conformance.echo.PackageEcho;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Offline packages in requests that are signed themselves, and in others. */
public abstract class PackageSuite {

  private static final String TAR = "20000001.tar";

  /** More than stays in memory, and nothing that a ZIP file makes short. */
  private static final byte[] SITE = new byte[3 * SuiteKeys.MEMORY_LIMIT];

  private static final PackageSigner SIGNER =
      PackageSigner.privateKey(SuiteKeys.ofPackages().requiredPrivateKey());

  static {
    for (int i = 0; i < SITE.length; i++) {
      SITE[i] = (byte) (i * i >>> 7);
    }
  }

  /** For the runtime's own class. */
  protected PackageSuite() {}

  /**
   * Where the echo application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  private static Map<String, byte[]> files() {
    return new TreeMap<>(Map.of(TAR, SITE, "Manifest.xml", "<manifest/>".getBytes(US_ASCII)));
  }

  private static byte[] amr() {
    return SIGNER.amr(files());
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

  private RawRequest signed(byte[] body, Framing framing) {
    return GatewayCall.to("POST", endpoint().base() + "/packages/signed")
        .body("application/zip", body)
        .signedWith(SuiteKeys.of("SM3"), framing);
  }

  private RawRequest open(byte[] body, Framing framing) {
    return RawRequest.of("POST", endpoint().base() + "/packages/open")
        .header("Content-Type", "application/zip")
        .body(body, framing);
  }

  /** Both ways in, with a length and in chunks. */
  private List<RawRequest> all(byte[] body) {
    List<RawRequest> requests = new ArrayList<>();
    for (Framing framing : List.of(new Framing.Length(), new Framing.Chunked(10_000))) {
      requests.add(signed(body, framing));
      requests.add(open(body, framing));
    }
    return requests;
  }

  private void refused(RawRequest request, int code) {
    String ticket = Endpoint.newTicket();
    RawResponse answer = endpoint().send(Endpoint.ticketed(request, ticket));
    assertThat(answer.status()).as("%s", answer).isBetween(400, 422);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.json().getString("type")).startsWith("urn:mgsjaxrs:offline:");
    assertThat(answer.json().getInt("code")).isEqualTo(code);
    assertThat(endpoint().called(ticket)).isEmpty();
  }

  @Test
  void takesAPackageWhoseFilesAreSigned() {
    for (RawRequest request : all(amr())) {
      String ticket = Endpoint.newTicket();
      RawResponse answer = endpoint().send(Endpoint.ticketed(request, ticket));
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      assertThat(answer.text()).isEqualTo(TAR + " " + PackageEcho.crc(SITE));
      assertThat(endpoint().called(ticket)).containsExactly(PackageEcho.NAME);
    }
  }

  @Test
  void refusesAFileThatWasChanged() throws IOException {
    Map<String, byte[]> files = files();
    files.put("SIGN.json", signatures(files));
    byte[] other = SITE.clone();
    other[other.length / 2] ^= 1;
    files.put(TAR, other);
    for (RawRequest request : all(zip(files))) {
      refused(request, 6);
    }
  }

  @Test
  void refusesAFileThatWasAdded() throws IOException {
    Map<String, byte[]> files = files();
    files.put("SIGN.json", signatures(files));
    files.put("extra.js", "alert(1)".getBytes(US_ASCII));
    for (RawRequest request : all(zip(files))) {
      refused(request, 6);
    }
  }

  @Test
  void refusesAFileThatWasTakenAway() throws IOException {
    Map<String, byte[]> files = files();
    files.put("SIGN.json", signatures(files));
    files.remove("Manifest.xml");
    for (RawRequest request : all(zip(files))) {
      refused(request, 6);
    }
  }

  @Test
  void refusesAPackageWithoutSignatures() throws IOException {
    for (RawRequest request : all(zip(files()))) {
      refused(request, 4);
    }
  }

  @Test
  void refusesWhatIsCutOrNoPackageAtAll() {
    byte[] whole = amr();
    for (RawRequest request : all(Arrays.copyOf(whole, whole.length - 1))) {
      refused(request, 1);
    }
    for (RawRequest request : all("no package".getBytes(US_ASCII))) {
      refused(request, 1);
    }
  }

  @Test
  void refusesARequestThatIsNotSignedThoughItsPackageIs() {
    String ticket = Endpoint.newTicket();
    RawRequest unsigned =
        RawRequest.of("POST", endpoint().base() + "/packages/signed")
            .header("Content-Type", "application/zip")
            .body(amr(), new Framing.Length());
    RawResponse answer = endpoint().send(Endpoint.ticketed(unsigned, ticket));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(endpoint().called(ticket)).isEmpty();
  }

  private static byte[] signatures(Map<String, byte[]> files) {
    StringBuilder json = new StringBuilder("{");
    files.forEach(
        (name, content) ->
            json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":\"")
                .append(SIGNER.sign(content))
                .append('"'));
    return json.append('}').toString().getBytes(US_ASCII);
  }
}
