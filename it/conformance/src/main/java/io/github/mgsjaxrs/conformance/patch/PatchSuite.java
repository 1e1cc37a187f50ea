package io.github.mgsjaxrs.conformance.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.matrix.resources.MatrixCalls;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import io.github.mgsjaxrs.conformance.registration.ScanningApplication;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * RESTEasy answers a patch by what the class's GET gives, which it calls by itself: where that is
 * marked, the patch is protected too.
 */
public abstract class PatchSuite {

  /** The name of the web application, which is its context path too. */
  public static final String NAME = "documents";

  private static final String JSON_PATCH =
      "[{\"op\": \"replace\", \"path\": \"/text\", \"value\": \"patched\"}]";
  private static final String MERGE_PATCH = "{\"text\": \"patched\"}";

  /** For the runtime's own class. */
  protected PatchSuite() {}

  /**
   * The web application.
   *
   * @return a whole application
   */
  public static WarFile war() {
    return SuiteWars.empty(NAME)
        .classes(
            Document.class,
            DocumentResources.class,
            MatrixCalls.class,
            Reached.class,
            ScanningApplication.class);
  }

  /**
   * Where the web application listens.
   *
   * @return an endpoint with its context path
   */
  protected abstract Endpoint endpoint();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json-patch+json",
        "application/merge-patch+json",
        "application/json-patch+json;charset=UTF-8",
        "Application/Merge-Patch+JSON"
      })
  void refusesAnUnsignedPatchOfWhatOnlyASignedRequestMayRead(String type) {
    String ticket = Endpoint.newTicket();
    RawResponse answer = send(patch("closed", ticket, type).request(new Framing.Length()));
    assertThat(answer.status()).as("%s", answer).isEqualTo(401);
    assertThat(reads(ticket)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "closed, */*",
    "closed, application/*",
    "closed, */json",
    "closed-text, */*",
    "closed-text, application/*",
    "closed-text, */json"
  })
  void readsNothingForAnUnsignedPatchThatNamesNoCertainType(String document, String type) {
    String ticket = Endpoint.newTicket();
    RawResponse answer = send(patch(document, ticket, type).request(new Framing.Length()));
    assertThat(answer.text()).as("%s", answer).doesNotContain(DocumentResources.OWNER);
    assertThat(reads(ticket)).as("%s", answer).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json-patch+json", "application/merge-patch+json"})
  void servesASignedPatch(String type) {
    String ticket = Endpoint.newTicket();
    isPatched(send(patch("closed", ticket, type).signedWith(SuiteKeys.of("SM3"))));
    assertThat(reads(ticket)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json-patch+json", "application/merge-patch+json"})
  void servesAnUnsignedPatchOfWhatAnybodyMayRead(String type) {
    String ticket = Endpoint.newTicket();
    isPatched(send(patch("open", ticket, type).request(new Framing.Length())));
    assertThat(reads(ticket)).isEqualTo(1);
  }

  @Test
  void servesAnUnsignedPatchOfATypeForWhichNothingIsRead() {
    String ticket = Endpoint.newTicket();
    RawResponse answer =
        send(patch("closed", ticket, "application/json").request(new Framing.Length()));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.json().getString("text")).isEqualTo("patched");
    assertThat(reads(ticket)).isZero();
  }

  private GatewayCall patch(String document, String ticket, String type) {
    boolean isWhole = type.toLowerCase(Locale.ROOT).matches("application/(merge-patch\\+)?json");
    String body = isWhole ? MERGE_PATCH : JSON_PATCH;
    return GatewayCall.to("PATCH", endpoint().base() + "/documents/" + document)
        .query(Reached.PARAMETER, ticket)
        .body(type, body.getBytes(StandardCharsets.US_ASCII));
  }

  private static void isPatched(RawResponse answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.json().getString("text")).isEqualTo("patched");
    assertThat(answer.json().getString("owner")).isEqualTo(DocumentResources.OWNER);
  }

  private int reads(String ticket) {
    return Integer.parseInt(
        send(RawRequest.of("GET", endpoint().base() + "/matrix/calls/" + ticket)).text());
  }

  private RawResponse send(RawRequest request) {
    return endpoint().send(request);
  }
}
