package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.offline.VerifiedPackage;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ChunkedOutput;
import org.glassfish.jersey.server.ResourceConfig;

/** Jersey with a resource that takes packages, and counts how often it is called. */
final class PackageServer implements AutoCloseable {

  private final Packages resource = new Packages();
  private final MgsVerifier verifier;
  private final HttpServer server;
  private final URI uri;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  PackageServer(MgsVerifierBuilder builder) {
    verifier = builder.build();
    server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0/"),
            new ResourceConfig().register(resource).register(new MgsFeature(verifier)),
            true);
    uri = URI.create("http://127.0.0.1:" + server.getListeners().iterator().next().getPort() + "/");
  }

  Packages resource() {
    return resource;
  }

  HttpResponse<byte[]> post(String path, String type, BodyPublisher body) {
    return post(path, type, body, BodyHandlers.ofByteArray());
  }

  private <T> HttpResponse<T> post(
      String path, String type, BodyPublisher body, BodyHandler<T> answer) {
    HttpRequest request =
        HttpRequest.newBuilder(uri.resolve(path))
            .header("Content-Type", type)
            .timeout(Duration.ofMinutes(2))
            .POST(body)
            .build();
    try {
      return client.send(request, answer);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Posts to the resource that answers in pieces, and asks for the others once the first came. */
  String inPieces(byte[] amr) throws IOException {
    HttpResponse<InputStream> answer =
        post(
            "packages/pieces",
            "application/zip",
            BodyPublishers.ofByteArray(amr),
            BodyHandlers.ofInputStream());
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      String first = reader.readLine();
      resource.firstPiece.countDown();
      return first + "\n" + reader.lines().collect(Collectors.joining("\n"));
    }
  }

  HttpResponse<byte[]> post(byte[] amr) {
    return post("packages", "application/zip", BodyPublishers.ofByteArray(amr));
  }

  @Override
  public void close() {
    server.shutdownNow();
    verifier.close();
  }

  /** What an application does with packages. */
  @Path("packages")
  @Consumes({"application/zip", "application/x-amr"})
  public static class Packages {

    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch firstPiece = new CountDownLatch(1);
    private volatile VerifiedPackage last;

    int calls() {
      return calls.get();
    }

    VerifiedPackage last() {
      return last;
    }

    private void take(VerifiedPackage site) {
      calls.incrementAndGet();
      last = site;
    }

    /** The tar. */
    @POST
    public byte[] publish(VerifiedPackage site) throws IOException {
      take(site);
      ByteArrayOutputStream tar = new ByteArrayOutputStream();
      site.transferTo(site.tar(), tar);
      return tar.toByteArray();
    }

    /** The tar, read while the response is written. */
    @POST
    @Path("stream")
    public StreamingOutput stream(VerifiedPackage site) {
      take(site);
      return out -> site.transferTo(site.tar(), out);
    }

    /** The tar, read by another thread after the method is over. */
    @POST
    @Path("later")
    public void later(VerifiedPackage site, @Suspended AsyncResponse response) {
      take(site);
      CompletableFuture.runAsync(
          () -> response.resume((StreamingOutput) out -> site.transferTo(site.tar(), out)));
    }

    /** The names, one by one, the others only when the first has come. */
    @POST
    @Path("pieces")
    public ChunkedOutput<String> pieces(VerifiedPackage site) {
      take(site);
      ChunkedOutput<String> pieces = new ChunkedOutput<>(String.class);
      CompletableFuture.runAsync(
          () -> {
            try (pieces) {
              for (String name : site.names()) {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                site.transferTo(name, content);
                pieces.write(name + ":" + content.size() + "\n");
                firstPiece.await(1, TimeUnit.MINUTES);
              }
            } catch (IOException | InterruptedException e) {
              throw new AssertionError(e);
            }
          });
      return pieces;
    }

    /** Nothing, and the package stays open. */
    @POST
    @Path("keep")
    public void keep(VerifiedPackage site) {
      take(site.keepOpen());
    }

    /** Nothing at all. */
    @POST
    @Path("nothing")
    public void nothing(VerifiedPackage site) {
      take(site);
    }

    /** Whatever comes in. */
    @POST
    @Path("bytes")
    public String bytes(byte[] bytes) {
      return bytes.length + " bytes";
    }
  }
}
