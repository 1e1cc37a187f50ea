package io.github.mgsjaxrs.conformance.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.KooGallerySigned;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One method for every kind of answer. */
@Path("koo-answers")
@KooGallerySigned
@Produces("text/plain")
public class SignedAnswers {

  /** What most methods answer; not only ASCII. */
  public static final String TEXT = "{\"resultCode\":\"000000\",\"resultMsg\":\"\u6210\u529f\"}";

  /** {@code mgs.koogallery.response-limit}, the default. */
  public static final int LIMIT = 1024 * 1024;

  /** Resources are created for each request. */
  public SignedAnswers() {}

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i * i >>> 3);
    }
    return bytes;
  }

  /**
   * A text.
   *
   * @return the text
   */
  @GET
  @Path("string")
  public String string() {
    return TEXT;
  }

  /**
   * An object that a writer of the application writes, flushing each piece.
   *
   * @return the object
   */
  @GET
  @Path("object")
  @Produces("application/json")
  public Outcome object() {
    return new Outcome("000000", "success.");
  }

  /**
   * Bytes that are no text.
   *
   * @return the bytes
   */
  @GET
  @Path("bytes")
  @Produces("application/octet-stream")
  public byte[] bytes() {
    return bytes(100_000);
  }

  /**
   * A stream.
   *
   * @return the stream
   */
  @GET
  @Path("stream")
  @Produces("application/octet-stream")
  public InputStream stream() {
    return new ByteArrayInputStream(bytes(70_000));
  }

  /**
   * Many pieces, flushed one by one.
   *
   * @return what writes them
   */
  @GET
  @Path("output")
  @Produces("application/octet-stream")
  public StreamingOutput output() {
    return out -> {
      for (int i = 0; i < 50; i++) {
        out.write(bytes(1_000 + i));
        out.write(i);
        out.flush();
      }
    };
  }

  /**
   * A file.
   *
   * @return the file
   * @throws IOException if it cannot be written
   */
  @GET
  @Path("file")
  @Produces("application/octet-stream")
  public File file() throws IOException {
    File file = File.createTempFile("answer", ".bin");
    file.deleteOnExit();
    Files.write(file.toPath(), bytes(20_000));
    return file;
  }

  /** No answer: 204. */
  @GET
  @Path("nothing")
  public void nothing() {}

  /**
   * A status and no entity.
   *
   * @param status the status
   * @return without an entity
   */
  @GET
  @Path("status/{status}")
  public Response status(@PathParam("status") int status) {
    return Response.status(status).build();
  }

  /**
   * A status with an entity.
   *
   * @param status the status
   * @return with the text, which a server must not send with every status
   */
  @GET
  @Path("told/{status}")
  public Response told(@PathParam("status") int status) {
    return Response.status(status).entity(TEXT).build();
  }

  /**
   * An entity without a byte.
   *
   * @return the empty text
   */
  @GET
  @Path("empty")
  public Response empty() {
    return Response.ok("").build();
  }

  /**
   * Tells its own length.
   *
   * @return the text
   */
  @GET
  @Path("length")
  public Response length() {
    return Response.ok(TEXT)
        .header(HttpHeaders.CONTENT_LENGTH, TEXT.getBytes(UTF_8).length)
        .build();
  }

  /**
   * Signs by itself, and wrongly.
   *
   * @return the text
   */
  @GET
  @Path("own")
  public Response own() {
    return Response.ok(TEXT).header("body-sign", "sign_type=HMAC-SHA256, signature=AAAA").build();
  }

  /**
   * Answers by another thread.
   *
   * @param response resumed there
   */
  @GET
  @Path("async")
  public void async(@Suspended AsyncResponse response) {
    Thread thread = new Thread(() -> response.resume(TEXT), "answer");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Answers later.
   *
   * @return the text
   */
  @GET
  @Path("stage")
  public CompletionStage<String> stage() {
    return CompletableFuture.supplyAsync(() -> TEXT);
  }

  /**
   * Bytes in pieces, up to and beyond what may be held back.
   *
   * @param beyond how many bytes more than the limit
   * @return what writes them
   */
  @GET
  @Path("limit/{beyond}")
  @Produces("application/octet-stream")
  public StreamingOutput limit(@PathParam("beyond") int beyond) {
    return out -> {
      byte[] all = bytes(LIMIT + beyond);
      for (int at = 0; at < all.length; at += 100_000) {
        out.write(all, at, Math.min(100_000, all.length - at));
      }
    };
  }

  /**
   * Says how much it is going to be, and is too much.
   *
   * @return bytes
   */
  @GET
  @Path("too-long")
  @Produces("application/octet-stream")
  public Response tooLong() {
    return Response.ok(bytes(LIMIT + 1))
        .header(HttpHeaders.CONTENT_LENGTH, LIMIT + 1)
        .header("Secret", "of this answer")
        .build();
  }

  /**
   * The text, which filters and interceptors change.
   *
   * @param change how
   * @return the text
   */
  @GET
  @Path("changed/{change}")
  public Response changed(@PathParam("change") String change) {
    return Response.ok(TEXT)
        .header(AnswerChanges.CHANGE, change)
        .header(HttpHeaders.CONTENT_LENGTH, TEXT.getBytes(UTF_8).length)
        .build();
  }
}
