package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.VerifiedCaller;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * One method for every way to write an endpoint, each answering the caller's key id and what it
 * got: the SHA-256 of a body, or the values of the field {@code name}.
 */
@Path("ways")
@MgsSigned
public class EveryWay {

  @Inject @Nullable VerifiedCaller caller;

  /** For the runtime. */
  public EveryWay() {}

  /** What became of the threads: the event loop must not be left, nor kept from others. */
  private String answer(boolean eventLoop, String got) {
    boolean found = Context.isOnEventLoopThread();
    return (found == eventLoop ? "" : "on the event loop: " + found + " ") + keyId() + " " + got;
  }

  private String keyId() {
    return Objects.requireNonNull(caller, "injected").keyId();
  }

  /**
   * A worker thread.
   *
   * @param body the body
   * @return what came
   */
  @POST
  @Path("blocking")
  public String blocking(byte[] body) {
    return answer(false, sha256(body));
  }

  /**
   * The event loop.
   *
   * @param body the body
   * @return what came
   */
  @POST
  @Path("non-blocking")
  @NonBlocking
  public String nonBlocking(byte[] body) {
    return answer(true, sha256(body));
  }

  /**
   * The event loop, and the answer from elsewhere.
   *
   * @param body the body
   * @return what came
   */
  @POST
  @Path("stage")
  public CompletionStage<String> stage(byte[] body) {
    String answer = answer(true, sha256(body));
    return CompletableFuture.supplyAsync(() -> answer);
  }

  /**
   * The event loop, and the answer later.
   *
   * @param body the body
   * @return what came
   */
  @POST
  @Path("uni")
  public Uni<String> uni(byte[] body) {
    return Uni.createFrom()
        .item(answer(true, sha256(body)))
        .onItem()
        .delayIt()
        .by(Duration.ofMillis(1));
  }

  /**
   * A form on a worker thread.
   *
   * @param name the values
   * @return what came
   */
  @POST
  @Path("form-blocking")
  public String formBlocking(@RestForm List<String> name) {
    return answer(false, String.join("\n", name));
  }

  /**
   * A form on the event loop.
   *
   * @param name the values
   * @return what came
   */
  @POST
  @Path("form-non-blocking")
  @NonBlocking
  public String formNonBlocking(@RestForm List<String> name) {
    return answer(true, String.join("\n", name));
  }

  /**
   * A form on the event loop, and the answer later.
   *
   * @param name the values
   * @return what came
   */
  @POST
  @Path("form-uni")
  public Uni<String> formUni(@RestForm List<String> name) {
    return Uni.createFrom().item(answer(true, String.join("\n", name)));
  }

  /**
   * Multipart on a worker thread.
   *
   * @param name the values
   * @return what came
   */
  @POST
  @Path("multipart-blocking")
  public String multipartBlocking(@RestForm List<String> name) {
    return answer(false, String.join("\n", name));
  }

  /**
   * Multipart, which is parsed on a worker thread, where the method stays.
   *
   * @param name the values
   * @return what came
   */
  @POST
  @Path("multipart-uni")
  public Uni<String> multipartUni(@RestForm List<String> name) {
    return Uni.createFrom().item(answer(false, String.join("\n", name)));
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
