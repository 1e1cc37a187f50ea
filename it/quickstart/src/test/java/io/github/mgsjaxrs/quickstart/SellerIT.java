package io.github.mgsjaxrs.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.client.KooGallerySigner;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.github.mgsjaxrs.koogallery.crypto.AccessKey;
import io.github.mgsjaxrs.koogallery.crypto.EncryptType;
import jakarta.json.JsonObject;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The marketplace's part against the jar with its demo key. */
class SellerIT {

  private static final byte[] ACCESS_KEY = "demo access key = no secret".getBytes(UTF_8);
  private static final KooGallerySigner MARKETPLACE = KooGallerySigner.of(ACCESS_KEY);

  private static RunningQuickstart quickstart;
  private static Endpoint endpoint;

  @BeforeAll
  static void start() {
    quickstart = RunningQuickstart.start();
    endpoint = quickstart.endpoint();
  }

  @AfterAll
  static void end() throws InterruptedException {
    quickstart.close();
  }

  private static RawResponse get(String query) {
    return endpoint.send(
        RawRequest.of("GET", "/koogallery?" + MARKETPLACE.signQuery(query, Instant.now())));
  }

  private static RawResponse post(String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return endpoint.send(
        RawRequest.of("POST", "/koogallery?" + MARKETPLACE.signBody(null, bytes, Instant.now()))
            .header("Content-Type", "application/json;charset=utf8")
            .body(bytes));
  }

  private static JsonObject signed(RawResponse response) {
    assertThat(response.status()).as("%s", response).isEqualTo(200);
    assertThat(response.header("Body-Sign"))
        .as("%s", response)
        .hasValue("sign_type=\"HMAC-SHA256\", signature=\"" + hmac(response.text()) + '"');
    return response.json();
  }

  private static String hmac(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(ACCESS_KEY, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static void gives(RawResponse response, String resultCode) {
    assertThat(signed(response).getString("resultCode")).as("%s", response).isEqualTo(resultCode);
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private static String decrypted(JsonObject answer, String field) {
    return AccessKey.of(ACCESS_KEY)
        .sensitiveFields(EncryptType.of(answer.getString("encryptType")))
        .decrypt(answer.getJsonObject("appInfo").getString(field));
  }

  private static String newInstance(String orderId, String businessId) {
    return "activity=newInstance&orderId=" + orderId + "&businessId=" + businessId;
  }

  @Test
  void createsAnInstanceAndEncryptsItsUserAndPassword() {
    String businessId = id();
    JsonObject answer = signed(get(newInstance(id(), businessId)));
    assertThat(answer.getString("resultCode")).isEqualTo("000000");
    assertThat(answer.getString("instanceId")).isEqualTo(businessId);
    assertThat(answer.getString("encryptType")).isEqualTo("1");
    assertThat(decrypted(answer, "userName")).isEqualTo("admin");
    assertThat(decrypted(answer, "password")).hasSize(16);
  }

  @Test
  void encryptsAsTheRequestSays() {
    JsonObject answer = signed(get(newInstance(id(), id()) + "&encryptType=2"));
    assertThat(answer.getString("encryptType")).isEqualTo("2");
    assertThat(decrypted(answer, "userName")).isEqualTo("admin");
  }

  @Test
  void createsAnInstanceOfAnOrderLine() {
    String body =
        "{\"activity\":\"newInstance\",\"businessId\":\"%s\",\"orderId\":\"%s\","
            + "\"orderLineId\":\"%s\",\"testFlag\":\"1\"}";
    String orderId = id();
    String first = id();
    JsonObject answer = signed(post(body.formatted(first, orderId, "line-1")));
    assertThat(answer.getString("instanceId")).isEqualTo(first);
    assertThat(decrypted(answer, "userName")).isEqualTo("admin");

    JsonObject repeated = signed(post(body.formatted(id(), orderId, "line-1")));
    assertThat(repeated.getString("instanceId")).isEqualTo(first);
    assertThat(decrypted(repeated, "password")).isEqualTo(decrypted(answer, "password"));

    String second = id();
    assertThat(signed(post(body.formatted(second, orderId, "line-2"))).getString("instanceId"))
        .isEqualTo(second);
  }

  @Test
  void createsOneInstanceOfAnOrderThatArrivesManyTimesAtOnce() {
    String orderId = id();
    Set<String> instances = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 24)
        .parallel()
        .forEach(
            i -> {
              JsonObject answer = signed(get(newInstance(orderId, id())));
              instances.add(answer.getString("instanceId") + " " + decrypted(answer, "password"));
            });
    assertThat(instances).hasSize(1);
  }

  @Test
  void renewsFreezesAndReleasesAnInstanceAndSaysSoAgain() {
    String businessId = id();
    gives(get(newInstance(id(), businessId)), "000000");
    String instance = "&instanceId=" + businessId;
    for (int i = 0; i < 2; i++) {
      gives(get("activity=expireInstance" + instance), "000000");
    }
    for (int i = 0; i < 2; i++) {
      gives(
          get("activity=refreshInstance&orderId=renewal&expireTime=20301231235959" + instance),
          "000000");
    }
    String release = "{\"activity\":\"releaseInstance\",\"instanceId\":\"" + businessId + "\"}";
    for (int i = 0; i < 2; i++) {
      gives(post(release), "000000");
    }
    gives(get("activity=refreshInstance&orderId=renewal" + instance), "000003");
    gives(get("activity=expireInstance" + instance), "000003");
  }

  @ParameterizedTest
  @ValueSource(strings = {"refreshInstance&orderId=1", "expireInstance", "releaseInstance"})
  void knowsNoInstanceThatNobodyBought(String activity) {
    gives(get("activity=" + activity + "&instanceId=" + id()), "000003");
  }

  @ParameterizedTest
  @CsvSource({
    "activity=newInstance&orderId=1, businessId",
    "activity=newInstance&businessId=1, orderId",
    "activity=newInstance&businessId=&orderId=1, businessId",
    "activity=newInstance&businessId=1&orderId=1&encryptType=3, encryptType",
    "activity=refreshInstance&instanceId=1, orderId",
    "activity=expireInstance, instanceId",
    "activity=releaseInstance, instanceId",
    "activity=other, activity",
    "x=1, activity"
  })
  void saysWhichParameterIsMissingOrWrong(String query, String named) {
    JsonObject answer = signed(get(query));
    assertThat(answer.getString("resultCode")).isEqualTo("000002");
    assertThat(answer.getString("resultMsg")).contains(named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "null", "{\"activity\":1}"})
  void refusesABodyThatSaysNothing(String body) {
    gives(post(body), "000002");
  }

  @Test
  void refusesABodyThatIsNestedTooDeeply() {
    gives(post("{\"a\":".repeat(2_000)), "000002");
  }

  @Test
  void refusesWhatIsNotSignedInTheMarketplacesOwnWords() {
    RawResponse response =
        endpoint.send(RawRequest.of("GET", "/koogallery?" + newInstance(id(), id())));
    assertThat(response.status()).isEqualTo(401);
    assertThat(response.json().getString("resultCode")).isEqualTo("000001");
    assertThat(response.header("Body-Sign"))
        .hasValue("sign_type=\"HMAC-SHA256\", signature=\"" + hmac(response.text()) + '"');
  }

  @Test
  void refusesARequestThatIsSentTwice() {
    byte[] body = "{\"activity\":\"newInstance\"}".getBytes(UTF_8);
    RawRequest request =
        RawRequest.of("POST", "/koogallery?" + MARKETPLACE.signBody(null, body, Instant.now()))
            .header("Content-Type", "application/json")
            .body(body);
    gives(endpoint.send(request), "000002");
    RawResponse replayed = endpoint.send(request);
    assertThat(replayed.status()).as("%s", replayed).isEqualTo(401);
    assertThat(replayed.json().getString("resultCode")).isEqualTo("000001");
  }
}
