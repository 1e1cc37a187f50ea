package io.github.mgsjaxrs.jersey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.client.MgsRpcSigner;
import io.github.mgsjaxrs.client.MgsRpcSigningFilter;
import io.github.mgsjaxrs.conformance.echo.RpcOperationEcho;
import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.rpc.protocol.RpcTimestamp.Notation;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A Jakarta REST client that signs as a client of the gateway does. */
class RpcSigningClientTest {

  @RegisterExtension static final SharedServer SERVER = GrizzlyServer.echo(TestVerifiers::builder);

  private static MgsRpcSigner signer(String algorithm) {
    GatewayKey key = SuiteKeys.ofRpc(algorithm);
    return MgsRpcSigner.of(key.id(), SignatureAlgorithm.of(algorithm), key.requiredSalt());
  }

  private static Invocation.Builder to(Client client, String path) {
    return client.target("http://127.0.0.1:" + SERVER.endpoint().port() + path).request();
  }

  private static int status(Response response) {
    try (response) {
      return response.getStatus();
    }
  }

  @Test
  void isServedWhateverItSends() {
    byte[] large = "0123456789".repeat(20_000).getBytes(UTF_8);
    for (MgsRpcSigner signer :
        List.of(
            signer("RPC_MD5"), signer("RPC_HMAC_SHA1"), signer("RPC_MD5").with(Notation.BASE64))) {
      try (Client client =
          ClientBuilder.newClient()
              .register(new MgsRpcSigningFilter(signer, Clock.systemUTC(), "suite.call"))) {
        assertThat(status(to(client, "/mgw").post(Entity.json("[{}]")))).isEqualTo(200);
        assertThat(status(to(client, "/mgw").post(null))).isEqualTo(200);
        assertThat(
                status(
                    to(client, "/mgw")
                        .post(
                            Entity.entity(
                                new ByteArrayInputStream(large),
                                MediaType.APPLICATION_OCTET_STREAM_TYPE))))
            .isEqualTo(200);
      }
    }
  }

  @Test
  void namesTheOperationOfEachRequest() {
    try (Client client =
        ClientBuilder.newClient()
            .register(new MgsRpcSigningFilter(signer("RPC_MD5"), Clock.systemUTC()))) {
      assertThat(
              status(
                  to(client, "/rpc-operation")
                      .property(MgsRpcSigningFilter.OPERATION_TYPE, RpcOperationEcho.OPERATION)
                      .post(Entity.json("[{}]"))))
          .isEqualTo(200);
      assertThat(
              status(
                  to(client, "/rpc-operation")
                      .property(MgsRpcSigningFilter.OPERATION_TYPE, "another")
                      .post(Entity.json("[{}]"))))
          .isEqualTo(401);
      assertThatThrownBy(() -> to(client, "/rpc-operation").post(Entity.json("[{}]")))
          .rootCause()
          .hasMessageContaining("MgsRpcSigningFilter.OPERATION_TYPE");
    }
  }

  @Test
  void signsForTheTimeOfItsClock() {
    Clock late = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
    try (Client client =
        ClientBuilder.newClient()
            .register(new MgsRpcSigningFilter(signer("RPC_MD5"), late, "suite.call"))) {
      try (Response refused = to(client, "/mgw").post(Entity.json("[{}]"))) {
        assertThat(refused.getStatus()).isEqualTo(401);
        assertThat(refused.getHeaderString("Result-Status")).isEqualTo("7003");
      }
    }
  }
}
