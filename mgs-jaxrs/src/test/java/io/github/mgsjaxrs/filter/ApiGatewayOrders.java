package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.testing.CaProxySignature;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.LocalJersey.Answer;
import io.github.mgsjaxrs.testing.LocalJersey.Call;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;

/** Sends orders that API Gateway has signed. */
abstract class ApiGatewayOrders {

  static final String SIGNATURE = "X-Ca-Proxy-Signature";
  static final String KEY = "X-Ca-Proxy-Signature-Secret-Key";
  static final String LIST = "X-Ca-Proxy-Signature-Headers";
  static final String BODY = "{\"item\":\"tea\"}";

  LocalJersey jersey = with(verifier());

  static MgsVerifierBuilder verifier() {
    return MgsVerifier.builder()
        .secret("demo", SignatureAlgorithm.API_GATEWAY_HMAC_SHA256, CaProxySignature.SECRET)
        .secret("other", SignatureAlgorithm.API_GATEWAY_HMAC_SHA256, "another secret")
        .salt("orders", SignatureAlgorithm.MD5, "orders-1");
  }

  static LocalJersey with(MgsVerifierBuilder verifier) {
    return LocalJersey.with(verifier, GatewayOrders.class);
  }

  void behind(MgsVerifierBuilder verifier) {
    jersey.close();
    jersey = with(verifier);
  }

  @AfterEach
  void close() {
    jersey.close();
  }

  Call signed(String method, String target, String text) {
    return jersey
        .call(method, target)
        .header(SIGNATURE, CaProxySignature.of(text))
        .header(KEY, "demo");
  }

  Call get(String text) {
    return signed("GET", "/app/gateway", text);
  }

  static String md5(String body) throws Exception {
    return Base64.getEncoder()
        .encodeToString(MessageDigest.getInstance("MD5").digest(body.getBytes(UTF_8)));
  }

  static void assertRefused(Answer answer, int status, String type) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.text()).contains("urn:mgsjaxrs:rejection:" + type);
  }
}
