package io.github.mgsjaxrs.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.rpc.crypto.HmacEncoding;
import io.github.mgsjaxrs.rpc.crypto.RpcParameters;
import io.github.mgsjaxrs.rpc.protocol.RpcHeaders;
import io.github.mgsjaxrs.rpc.protocol.RpcTemplate;
import io.github.mgsjaxrs.rpc.protocol.RpcTimestamp.Notation;
import io.github.mgsjaxrs.testing.CommandLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MgsRpcSignerTest {

  private static final byte[] BODY =
      "[{\"_requestBody\":{\"userName\":\"\",\"userId\":0}}]".getBytes(UTF_8);
  private static final Instant TIME = Instant.ofEpochMilli(1700000000000L);
  private static final String OPERATION = "alipay.mobile.ic.dispatch";
  private static final String TEXT =
      "Operation-Type=alipay.mobile.ic.dispatch&Request-Data="
          + "W3siX3JlcXVlc3RCb2R5Ijp7InVzZXJOYW1lIjoiIiwidXNlcklkIjowfX1d&Ts=";

  @TempDir private Path directory;

  private static MgsRpcSigner signer(SignatureAlgorithm algorithm) {
    return MgsRpcSigner.of("app-1", algorithm, "secret");
  }

  private String md5(String text) throws Exception {
    Files.write(directory.resolve("text"), text.getBytes(UTF_8));
    return new CommandLine(directory).opensslText("dgst", "-md5", "-r", "text").substring(0, 32);
  }

  private String hmac(String text) throws Exception {
    Files.write(directory.resolve("text"), text.getBytes(UTF_8));
    return new CommandLine(directory)
        .opensslText("dgst", "-sha1", "-hmac", "secret", "-r", "text")
        .substring(0, 40);
  }

  @Test
  void writesTheFiveHeadersOfTheDerivedCall() {
    assertThat(signer(SignatureAlgorithm.RPC_MD5).sign(OPERATION, BODY, TIME))
        .containsExactly(
            Map.entry("Operation-Type", OPERATION),
            Map.entry("AppId", "app-1"),
            Map.entry("Ts", "1700000000000"),
            Map.entry("signType", "0"),
            Map.entry("Sign", "700c8099636c5cc3db25cd0537240589"));
  }

  @Tag("openssl")
  @Test
  void signsTheTimestampAsItIsWritten() throws Exception {
    Map<String, String> headers =
        signer(SignatureAlgorithm.RPC_MD5).with(Notation.BASE64).sign(OPERATION, BODY, TIME);
    assertThat(headers).containsEntry("Ts", "OlFvMW0");
    assertThat(headers).containsEntry("Sign", md5("secret&" + TEXT + "OlFvMW0"));
  }

  @Tag("openssl")
  @Test
  void signsByHmacInEitherEncoding() throws Exception {
    String hex = hmac(TEXT + "1700000000000");
    MgsRpcSigner signer = signer(SignatureAlgorithm.RPC_HMAC_SHA1);
    assertThat(signer.sign(OPERATION, BODY, TIME))
        .containsEntry("Sign", hex)
        .containsEntry("signType", "1");
    RpcParameters base64 = new RpcParameters("{secret}&{text}", HmacEncoding.BASE64);
    assertThat(signer.with(base64).sign(OPERATION, BODY, TIME))
        .containsEntry("Sign", Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)));
  }

  @Tag("openssl")
  @Test
  void writesTextAndHeadersAsItIsTold() throws Exception {
    Map<String, String> headers =
        signer(SignatureAlgorithm.RPC_MD5)
            .with(RpcTemplate.of("{ts}|{operation-type}|{request-data}"))
            .with(new RpcParameters("{text}+{secret}", HmacEncoding.BOTH))
            .with(new RpcHeaders("X-App", "X-Ts", "X-Sign", "X-Type", "X-Op"))
            .sign("op", "a".getBytes(UTF_8), TIME);
    assertThat(headers)
        .containsOnlyKeys("X-App", "X-Ts", "X-Sign", "X-Type", "X-Op")
        .containsEntry("X-Sign", md5("1700000000000|op|YQ==+secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a&b", "操作", "a\r\nX: y"})
  void signsNoOperationThatCannotBeSent(String operation) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signer(SignatureAlgorithm.RPC_MD5).sign(operation, BODY, TIME))
        .withMessageContaining("visible ASCII");
  }

  @ParameterizedTest
  @EnumSource(names = {"MD5", "SM3", "RSA", "SM2"})
  void takesNoAlgorithmOfTheBackend(SignatureAlgorithm algorithm) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signer(algorithm))
        .withMessageContaining("RPC_MD5 or RPC_HMAC_SHA1");
  }

  @Test
  void needsAnIdAndASecretAndDoesNotShowIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MgsRpcSigner.of("", SignatureAlgorithm.RPC_MD5, "secret"))
        .withMessageContaining("appId is empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MgsRpcSigner.of("app", SignatureAlgorithm.RPC_MD5, ""))
        .withMessageContaining("secret is empty");
    assertThat(signer(SignatureAlgorithm.RPC_MD5)).hasToString("MgsRpcSigner[app-1, RPC_MD5]");
    assertThat(signer(SignatureAlgorithm.RPC_MD5).appId()).isEqualTo("app-1");
  }
}
