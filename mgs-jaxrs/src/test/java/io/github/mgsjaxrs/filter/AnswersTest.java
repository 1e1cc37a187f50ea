package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.VerifiedCaller;
import io.github.mgsjaxrs.internal.enforcement.CallerSecurityContext;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.LocalJersey.Answer;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.glassfish.jersey.server.ChunkedOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** An entity is there while the answer is written, and gone when it is. */
class AnswersTest {

  private static final LocalJersey JERSEY = LocalJersey.with(LocalJersey.twoKeys(), Uploads.class);

  @AfterAll
  static void close() {
    JERSEY.close();
  }

  /** Answers in every way. */
  @Path("uploads")
  @MgsSigned
  public static class Uploads {
    @POST
    @Path("none")
    public void none(InputStream body) {}

    @POST
    @Path("streamed")
    public StreamingOutput streamed(InputStream body) {
      return body::transferTo;
    }

    @POST
    @Path("failing")
    public StreamingOutput failing(InputStream body) {
      return out -> {
        out.write(body.read());
        throw new IOException("the client went away");
      };
    }

    @POST
    @Path("pieces")
    public ChunkedOutput<String> pieces(InputStream body) throws IOException {
      Pieces pieces = new Pieces();
      pieces.write("first ");
      pieces.write(new String(body.readNBytes(2), UTF_8));
      pieces.write(new String(body.readNBytes(2), UTF_8));
      pieces.close();
      return pieces;
    }
  }

  /** Of a class of its own, as server-sent events are. */
  public static class Pieces extends ChunkedOutput<String> {
    Pieces() {
      super(String.class);
    }
  }

  private static Answer post(String path) {
    // printf four | openssl md5 -binary | base64
    String text = "POST\njLrZas7UCzg43Z8H9u9Xcg==\n/app/uploads/" + path;
    return JERSEY.call("POST", "/app/uploads/" + path).signed(text).body("four").send();
  }

  private static ReplayableEntity entity(Answer answer) {
    return Objects.requireNonNull(Objects.requireNonNull(answer.exchange()).entity());
  }

  private static void assertFreed(Answer answer) {
    assertThatIOException()
        .isThrownBy(() -> entity(answer).replay().read())
        .withMessageContaining("closed");
  }

  @Test
  void freeItWhereThereIsNothingToWrite() {
    Answer answer = post("none");
    assertThat(answer.status()).isEqualTo(204);
    assertFreed(answer);
  }

  @Test
  void freeItAfterAStream() {
    Answer answer = post("streamed");
    assertThat(answer.text()).isEqualTo("four");
    assertFreed(answer);
  }

  @Test
  void freeItAfterAStreamThatFails() {
    Answer answer = post("failing");
    assertThat(answer.status()).isEqualTo(LocalJersey.BROKEN_OFF);
    assertFreed(answer);
  }

  @Test
  void freeItAfterTheLastPiece() {
    Answer answer = post("pieces");
    assertThat(answer.text()).isEqualTo("first four");
    assertFreed(answer);
    assertThat(Objects.requireNonNull(answer.exchange()).freedBelow()).isTrue();
  }

  @Test
  void leaveRolesAndTransportToTheContainer() {
    VerifiedCaller caller =
        (VerifiedCaller)
            Proxy.newProxyInstance(
                AnswersTest.class.getClassLoader(),
                new Class<?>[] {VerifiedCaller.class},
                (proxy, method, arguments) ->
                    method.getName().equals("algorithm") ? SignatureAlgorithm.SM3 : "orders");
    SecurityContext container =
        new SecurityContext() {
          @Override
          public Principal getUserPrincipal() {
            return () -> "somebody";
          }

          @Override
          public boolean isUserInRole(String role) {
            return role.equals("admin");
          }

          @Override
          public boolean isSecure() {
            return true;
          }

          @Override
          public String getAuthenticationScheme() {
            return "BASIC";
          }
        };
    CallerSecurityContext context = new CallerSecurityContext(caller, container);
    assertThat(context.getUserPrincipal()).isSameAs(caller);
    assertThat(context.isUserInRole("admin")).isTrue();
    assertThat(context.isUserInRole("guest")).isFalse();
    assertThat(context.isSecure()).isTrue();
    assertThat(context.getAuthenticationScheme()).isEqualTo("MGS-Signature");
    CallerSecurityContext alone = new CallerSecurityContext(caller, null);
    assertThat(List.of(alone.isSecure(), alone.isUserInRole("admin"))).containsOnly(false);
  }
}
