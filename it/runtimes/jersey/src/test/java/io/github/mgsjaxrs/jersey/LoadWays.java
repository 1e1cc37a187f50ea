package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.LoadCase;
import io.github.mgsjaxrs.conformance.suite.LoadCase.Sending;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.glassfish.jersey.server.ChunkedOutput;

/** What resources do with an entity besides reading it to its end. */
@Path("load-ways")
@MgsSigned
public class LoadWays {

  private static final int PIECE = 10_000;
  private static final int[] SIZES = {20_000, 300_000, 1024 * 1024};

  private static final ExecutorService LATER =
      Executors.newFixedThreadPool(
          4,
          work -> {
            Thread thread = new Thread(work, "later");
            thread.setDaemon(true);
            return thread;
          });

  /** Copies the request while the answer is written. */
  @POST
  @Path("copy")
  public StreamingOutput copy(InputStream body) {
    return body::transferTo;
  }

  /** Reads the request by another thread, when the method is over. */
  @POST
  @Path("later")
  public void later(InputStream body, @Suspended AsyncResponse answer) {
    LATER.execute(
        () -> {
          try {
            answer.resume(new String(body.readAllBytes(), StandardCharsets.US_ASCII));
          } catch (IOException failed) {
            answer.resume(failed);
          }
        });
  }

  /** Writes the request piece by piece, by the one thread that also hands the answer over. */
  @POST
  @Path("pieces")
  public void pieces(InputStream body, @Suspended AsyncResponse response) {
    LATER.execute(
        () -> {
          ChunkedOutput<byte[]> answer = new ChunkedOutput<>(byte[].class);
          response.resume(answer);
          try (answer) {
            for (byte[] piece = body.readNBytes(PIECE);
                piece.length > 0;
                piece = body.readNBytes(PIECE)) {
              answer.write(piece);
            }
          } catch (IOException failed) {
            // the client sees an answer that is cut
          }
        });
  }

  /** Fails with half of the request read. */
  @POST
  @Path("fail")
  public String fail(InputStream body) throws IOException {
    body.skipNBytes(body.available() / 2);
    throw new IllegalStateException("a fault of the application");
  }

  /** Leaves the request as it is. */
  @POST
  @Path("ignore")
  public String ignore() {
    return "ignored";
  }

  /** The cases of a load. */
  static List<LoadCase> cases(GatewayKey key) {
    List<LoadCase> cases = new ArrayList<>();
    for (int size : SIZES) {
      String text = "0123456789".repeat(size / 10);
      LoadCase copied = whole("copy", text, key);
      cases.add(copied);
      cases.add(copied.sent(Sending.UNHEARD));
      cases.add(whole("later", text, key));
      cases.add(whole("pieces", text, key));
      RawRequest failing = request("fail", text, key);
      cases.add(new LoadCase("fail", failing, Sending.AT_ONCE, 500, answer -> true));
      RawRequest ignored = request("ignore", text, key);
      cases.add(
          new LoadCase(
              "ignore", ignored, Sending.AT_ONCE, 200, answer -> answer.text().equals("ignored")));
    }
    return cases;
  }

  private static LoadCase whole(String way, String text, GatewayKey key) {
    return new LoadCase(
        way + " " + text.length(),
        request(way, text, key),
        Sending.AT_ONCE,
        200,
        answer -> answer.text().equals(text));
  }

  private static RawRequest request(String way, String text, GatewayKey key) {
    return GatewayCall.to("POST", "/load-ways/" + way)
        .body("text/plain", text.getBytes(StandardCharsets.US_ASCII))
        .signedWith(key);
  }
}
