package io.github.mgsjaxrs.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Header;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A request, its answer, and what it reached: the assertions that all suites share.
 *
 * @param endpoint the server
 * @param request what was sent
 * @param ticket its ticket
 * @param response the answer
 */
public record Exchange(Endpoint endpoint, RawRequest request, String ticket, RawResponse response) {

  private static final String TYPE_PREFIX = "urn:mgsjaxrs:rejection:";
  private static final String API_GATEWAY = "API-Gateway-Signature";

  /**
   * Sends a request.
   *
   * @param endpoint the server
   * @param request sent with a ticket
   * @return the exchange
   */
  public static Exchange of(Endpoint endpoint, RawRequest request) {
    String ticket = Endpoint.newTicket();
    return new Exchange(
        endpoint, request, ticket, endpoint.send(Endpoint.ticketed(request, ticket)));
  }

  /**
   * Asserts that the request was served, and that the resource saw what was sent.
   *
   * @param key the key that signed it
   */
  public void isServedWhole(GatewayKey key) {
    isServedWholeTo("signed", key);
  }

  /** Asserts that the request was served by the signed resource, once. */
  public void isServed() {
    isServedTo("signed");
  }

  /**
   * Asserts that the request was served by another resource, and that it saw what was sent.
   *
   * @param resource what the resource calls itself
   * @param key the key that signed the request
   */
  public void isServedWholeTo(String resource, GatewayKey key) {
    isServedTo(resource);
    if (!request.method().equals("HEAD")) {
      assertThat(Seen.in(response)).as("%s", request).isEqualTo(Seen.of(request, key, resource));
    }
  }

  /**
   * Asserts that the request was served by another resource, once.
   *
   * @param resource what the resource calls itself
   */
  public void isServedTo(String resource) {
    assertThat(response.status()).as("%s\n%s", request, response).isEqualTo(200);
    assertThat(endpoint.called(ticket)).as("%s", request).containsExactly(resource);
  }

  /**
   * Asserts that a resource was not called, whatever the answer.
   *
   * @param resource what the resource calls itself
   */
  public void isNotServedTo(String resource) {
    assertThat(endpoint.called(ticket)).as("%s\n%s", request, response).doesNotContain(resource);
  }

  /**
   * Asserts that the request was refused with the code of the problem document.
   *
   * @param code the gateway's result code
   */
  public void isRefusedWithCode(int code) {
    assertThat(response.status()).as("%s\n%s", request, response).isEqualTo(401);
    isProblem(401, OptionalInt.of(code), Optional.empty());
  }

  /**
   * Asserts that the request was refused, by a whole row of the verdict table.
   *
   * @param status the HTTP status
   * @param code the gateway's result code, empty where there is none
   * @param type the last part of the problem's type
   */
  public void isRefused(int status, OptionalInt code, String type) {
    assertThat(response.status()).as("%s\n%s", request, response).isEqualTo(status);
    isProblem(status, code, Optional.of(TYPE_PREFIX + type));
  }

  /**
   * Asserts that a request of API Gateway was refused, by a row of the verdict table.
   *
   * @param status the HTTP status
   * @param code the gateway's result code, empty where there is none
   * @param type the last part of the problem's type
   */
  public void isRefusedByApiGateway(int status, OptionalInt code, String type) {
    assertThat(response.status()).as("%s\n%s", request, response).isEqualTo(status);
    isProblem(status, code, Optional.of(TYPE_PREFIX + type), API_GATEWAY);
  }

  /**
   * Asserts that a request of API Gateway was refused with the code of the problem document.
   *
   * @param status the HTTP status
   * @param code the gateway's result code
   */
  public void isRefusedByApiGateway(int status, int code) {
    assertThat(response.status()).as("%s\n%s", request, response).isEqualTo(status);
    isProblem(status, OptionalInt.of(code), Optional.empty(), API_GATEWAY);
  }

  /**
   * Asserts that a call of a client was refused, by a row of the verdict table, with the headers in
   * which clients of the gateway look for the outcome.
   *
   * @param status the HTTP status
   * @param code the gateway's result code, empty where there is none
   * @param type the last part of the problem's type
   */
  public void isRefusedByRpc(int status, OptionalInt code, String type) {
    assertThat(response.status()).as("%s\n%s", request, response).isEqualTo(status);
    isProblem(status, code, Optional.of(TYPE_PREFIX + type), "MGS-RPC-Signature");
    assertThat(response.headers("Result-Status"))
        .as("%s", response)
        .isEqualTo(code.isPresent() ? List.of(Integer.toString(code.getAsInt())) : List.of());
    assertThat(response.headers("Tips"))
        .as("%s", response)
        .isEqualTo(code.isPresent() ? List.of(response.json().getString("detail")) : List.of());
  }

  /**
   * Asserts that a request of KooGallery was refused as KooGallery reads it, with a signature over
   * the very bytes that came.
   *
   * @param status the HTTP status
   * @param resultCode KooGallery's code
   */
  public void isRefusedByKooGallery(int status, String resultCode) {
    assertThat(response.status()).as("%s\n%s", request, response).isEqualTo(status);
    reachesNothing();
    assertThat(response.headers("WWW-Authenticate"))
        .as("%s", response)
        .isEqualTo(status == 401 ? List.of("KooGallery") : List.of());
    assertThat(response.headers("Content-Type"))
        .as("%s", response)
        .containsExactly("application/json");
    assertThat(response.headers().stream().filter(header -> header.name().equals("Body-Sign")))
        .as("%s", response)
        .containsExactly(new Header("Body-Sign", KooGalleryCall.bodySign(response.body())));
    JsonObject result = response.json();
    assertThat(result.keySet()).containsExactly("resultCode", "resultMsg");
    assertThat(result.getString("resultCode")).as("%s", response).isEqualTo(resultCode);
    assertThat(result.getString("resultMsg")).isNotBlank();
  }

  /**
   * Asserts that the request was refused, by a row of the verdict table or by the server itself,
   * which may answer 400 before anybody else sees a request that it does not take.
   *
   * @param status the HTTP status of the row
   * @param code the row's result code
   * @param type the last part of the row's problem type
   */
  public void isRefusedHereOrByTheServer(int status, OptionalInt code, String type) {
    if (isRefusedByTheServerAsMalformed()) {
      reachesNothing();
    } else {
      isRefused(status, code, type);
    }
  }

  /**
   * Whether the server itself answered 400, and nobody else saw the request.
   *
   * @return false where the answer is the library's
   */
  boolean isRefusedByTheServerAsMalformed() {
    return response.status() == 400 && !answersByAProblemDocument();
  }

  /** Asserts that the server itself refused the request, before the library saw it. */
  public void isRefusedByTheServer() {
    assertThat(response.status()).as("%s\n%s", request, response).isBetween(400, 499);
    assertThat(answersByAProblemDocument()).as("%s\n%s", request, response).isFalse();
    reachesNothing();
  }

  /** Asserts that no resource method was called, whatever the answer. */
  public void reachesNothing() {
    assertThat(endpoint.called(ticket)).as("%s\n%s", request, response).isEmpty();
  }

  private boolean answersByAProblemDocument() {
    return response.header("Content-Type").orElse("").startsWith("application/problem+json");
  }

  private void isProblem(int status, OptionalInt code, Optional<String> type) {
    isProblem(status, code, type, "MGS-Signature");
    assertThat(response.headers("Result-Status")).as("%s", response).isEmpty();
  }

  private void isProblem(
      int status, OptionalInt code, Optional<String> type, String authentication) {
    reachesNothing();
    assertThat(response.headers("WWW-Authenticate"))
        .as("%s", response)
        .isEqualTo(status == 401 ? List.of(authentication) : List.of());
    if (request.method().equals("HEAD")) {
      return;
    }
    assertThat(answersByAProblemDocument()).as("%s", response).isTrue();
    JsonObject problem = response.json();
    Set<String> members = new HashSet<>(Set.of("type", "title", "status", "detail"));
    code.ifPresent(present -> members.add("code"));
    assertThat(problem.keySet()).as("%s", response).isEqualTo(members);
    assertThat(problem.getJsonNumber("status").intValueExact()).isEqualTo(status);
    code.ifPresent(
        expected ->
            assertThat(problem.getJsonNumber("code").intValueExact())
                .as("%s\n%s", request, response)
                .isEqualTo(expected));
    assertThat(problem.getString("title")).isNotBlank();
    assertThat(problem.getString("detail")).isNotBlank();
    assertThat(problem.getString("type")).as("%s", response).startsWith(TYPE_PREFIX);
    type.ifPresent(
        expected ->
            assertThat(problem.getString("type"))
                .as("%s\n%s", request, response)
                .isEqualTo(expected));
  }
}
