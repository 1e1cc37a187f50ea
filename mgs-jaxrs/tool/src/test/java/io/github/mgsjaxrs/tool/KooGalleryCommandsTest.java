package io.github.mgsjaxrs.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that KooGallery signs, from the command line. The signatures are OpenSSL's. */
class KooGalleryCommandsTest {

  private static final String TIME = "2023-04-03T07:47:46.618Z";
  private static final String BODY =
      "{\"activity\":\"newInstance\",\"businessId\":\"87b94795-0603-4e24-8ae5-69420d60e3c8\","
          + "\"orderId\":\"CS2211181819B4LVS\",\"orderLineId\":\"CS2211181819B4LVS-000001\","
          + "\"testFlag\":\"1\"}";
  private static final String NONCE =
      "50D83FDECAED6CCD8EF597F2A577950527928BA287D04E6036E92B2806FD17DA";
  private static final String SIGNED_QUERY =
      "/koogallery?p3=3&p1=1&p2=a+b%26%E5%AF%86&timeStamp=20230403074746618"
          + "&authToken=HkleEWtD%2FB%2FOPumo7tUHm%2FtF1zySVkw%2BBmOQ%2F8TMTMQ%3D";
  private static final String SIGNED_BODY =
      "/koogallery?signature=271544ACDAC82601D0A6615631C4DB54120D5EA32FC968493C8064281E125C7A"
          + "&timestamp=1680508066618&nonce="
          + NONCE;

  @TempDir private Path directory;
  private String settings;
  private String body;

  @BeforeEach
  void write() throws IOException {
    settings =
        file(
            "mgs.properties",
            "mgs.keys.koogallery.algorithm=KOOGALLERY\n"
                + "mgs.keys.koogallery.secret=test-access-key\n");
    body = file("body.json", BODY);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content).toString();
  }

  private ToolRun sign(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("sign", "--settings", settings, "--key", "koogallery"));
    arguments.addAll(List.of(more));
    return ToolRun.of("", arguments.toArray(new String[0]));
  }

  @Test
  void signsAQuery() {
    ToolRun run =
        sign(
            "--scheme",
            "koogallery",
            "--time",
            TIME,
            "GET",
            "http://127.0.0.1:8080/koogallery?p3=3&p1=1&p2=a+b%26%E5%AF%86");
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).containsExactly("http://127.0.0.1:8080" + SIGNED_QUERY);
  }

  @Test
  void signsABodyAndPrintsACommandThatSendsIt() {
    ToolRun run =
        sign("--time", TIME, "--nonce", NONCE, "--body", body, "--curl", "POST", "/koogallery");
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .containsExactly(
            "curl -i -X POST 'http://localhost:8080"
                + SIGNED_BODY
                + "' -H 'Content-Type: application/json' --data-binary '@"
                + body
                + "'");
  }

  @Test
  void writesTheSignedRequestToAFile() throws IOException {
    Path request = directory.resolve("request.http");
    sign("--time", TIME, "--request", request.toString(), "GET", "/koogallery?p1=1");
    assertThat(Files.readString(request))
        .startsWith("GET /koogallery?p1=1&timeStamp=20230403074746618&authToken=");
  }

  @Test
  void takesANonceOfItsOwnEachTime() {
    String[] arguments = {"--time", TIME, "--body", body, "POST", "/koogallery"};
    assertThat(sign(arguments).out())
        .contains("&timestamp=1680508066618&nonce=")
        .isNotEqualTo(sign(arguments).out());
  }

  @Test
  void refusesToSignWhatKooGalleryDoesNotSend() {
    assertThat(sign("PUT", "/koogallery").err()).contains("KooGallery sends no PUT");
    assertThat(sign("GET", "/koogallery?timeStamp=1").err()).contains("leave it out");
    assertThat(sign("--scheme", "rpc", "GET", "/koogallery").err())
        .contains("key 'koogallery' is one of KOOGALLERY: give koogallery");
  }

  @Test
  void importsAnAccessKeyAndSignsWithIt() throws IOException {
    String store = directory.resolve("mgs.p12").toString();
    settings =
        file(
            "stored.properties",
            "mgs.keystore.location="
                + store.replace("\\", "/")
                + "\nmgs.keystore.password=changeit\nmgs.keys.koogallery.algorithm=KOOGALLERY\n");
    String[] arguments = {
      "keys", "import", "--settings", settings, "--id", "koogallery", "--algorithm", "KOOGALLERY"
    };
    assertThat(ToolRun.of("\n", arguments).err()).contains("access key is empty");
    assertThat(ToolRun.of("test-access-key\n", arguments).out())
        .startsWith("Imported 'koogallery'")
        .contains(": access key");
    assertThat(
            sign("--time", TIME, "GET", "/koogallery?p3=3&p1=1&p2=a+b%26%E5%AF%86").out().lines())
        .containsExactly(SIGNED_QUERY);
  }

  private ToolRun verdict(String command, String request, String... more) throws IOException {
    String file = file("request.http", request);
    List<String> arguments = new ArrayList<>(List.of(command, "--settings", settings));
    arguments.addAll(List.of(more));
    arguments.add(file);
    return ToolRun.of("", arguments.toArray(new String[0]));
  }

  private static String post(String target) {
    return "POST "
        + target
        + " HTTP/1.1\r\nHost: a\r\nContent-Length: "
        + BODY.length()
        + "\r\n\r\n"
        + BODY;
  }

  @Test
  void verifiesWhatWasCapturedAsOfItsTimeWithoutACache() throws IOException {
    String get = "GET " + SIGNED_QUERY + " HTTP/1.1\r\nHost: a\r\n\r\n";
    for (String request : List.of(get, post(SIGNED_BODY))) {
      assertThat(verdict("verify", request).out())
          .contains("timestamp-expired")
          .contains("--at-its-time");
      assertThat(verdict("verify", request, "--at-its-time").out())
          .startsWith("verified: KOOGALLERY signature of key 'koogallery'");
    }
  }

  @Test
  void saysWhatIsWrongAndShowsWhatVersionOneSigns() throws IOException {
    String changed = SIGNED_QUERY.replace("p1=1", "p1=2");
    String get = "GET " + changed + " HTTP/1.1\r\nHost: a\r\n\r\n";
    ToolRun run = verdict("explain", get, "--at-its-time", "--json");
    assertThat(run.out())
        .contains("\"verdict\":\"rejected\"")
        .contains("\"stringToSign\":\"p1=2&p2=a b&\\u5bc6&p3=3&timeStamp=20230403074746618\"")
        .contains("matches with none of the keys [koogallery]");
    assertThat(verdict("verify", post(SIGNED_BODY.replace("2715", "2716")), "--at-its-time").out())
        .contains("signature-mismatch");
  }

  @Test
  void explainsWhatWasNotSorted() throws IOException {
    String unsorted =
        "GET /koogallery?p3=3&p1=1&timeStamp=20230403074746618"
            + "&authToken=8NztTgFfUUmaJkoWwdJxeJ%2FC88TsraHZhOlGQ68cT%2Bc%3D"
            + " HTTP/1.1\r\nHost: a\r\n\r\n";
    assertThat(verdict("explain", unsorted, "--at-its-time").out().lines())
        .containsExactly(
            "rejected (code 7002, signature-mismatch): the authToken matches with none of the keys"
                + " [koogallery]",
            "string to sign: p1=***&p3=***&timeStamp=***",
            "it would match otherwise:",
            "- The parameters were signed in the order in which they are sent: sort them by their"
                + " names");
    assertThat(verdict("explain", unsorted, "--at-its-time", "--json").out())
        .contains("\"wouldMatch\":[{\"setting\":null,\"why\":\"The parameters were signed in");
  }

  @Test
  void explainsWhatBecameOfTheBodyAndTellsNoSecret() throws IOException {
    String longer =
        post(SIGNED_BODY).replace("Length: " + BODY.length(), "Length: " + (BODY.length() + 1));
    assertThat(verdict("explain", longer + "\n", "--at-its-time").out())
        .contains(
            "it would match otherwise:\n- The body was signed without the line end behind it");
    assertThat(verdict("explain", post(SIGNED_BODY.replace("2715", "2716")), "--at-its-time").out())
        .contains("no variation of the request or the key matches (")
        .doesNotContain("test-access-key", "271544");
  }
}
