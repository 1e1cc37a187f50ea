package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.MgsFeature;
import io.github.mgsjaxrs.MgsVerifier;
import io.github.mgsjaxrs.MgsVerifierBuilder;
import io.github.mgsjaxrs.crypto.SignatureAlgorithm;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.jspecify.annotations.Nullable;

/** Jersey without a server: requests are answered on the calling thread. */
final class LocalJersey implements AutoCloseable {

  static final String FORM = "application/x-www-form-urlencoded";

  /** In place of the status of an answer that could not be written to its end. */
  static final int BROKEN_OFF = -1;

  private static final URI BASE = URI.create("http://backend.example/app/");

  private final ApplicationHandler jersey;

  LocalJersey(ResourceConfig application) {
    jersey =
        new ApplicationHandler(application.property(ServerProperties.WADL_FEATURE_DISABLE, true));
  }

  /** The same resources behind each verifier. */
  static LocalJersey with(MgsVerifierBuilder verifier, Class<?>... resources) {
    return with(verifier.build(), resources);
  }

  static LocalJersey with(MgsVerifier verifier, Class<?>... resources) {
    return new LocalJersey(new ResourceConfig(resources).register(new MgsFeature(verifier)));
  }

  /** A verifier with two keys, whose salts are their names with a number behind. */
  static MgsVerifierBuilder twoKeys() {
    return MgsVerifier.builder()
        .salt("orders", SignatureAlgorithm.MD5, "orders-1")
        .salt("refunds", SignatureAlgorithm.MD5, "refunds-1");
  }

  /** The signature of a string to sign that a test has written by hand. */
  /** The headers of a request with these signatures and key ids. */
  static SentHeaders sent(List<String> signatures, List<String> keyIds) {
    // the key is looked for only beside a signature: an empty list stands for none
    return SentHeaders.of(
        List.of(BackendScheme.HEADERS),
        name -> name.equals(BackendScheme.SIGNATURE_HEADER) ? signatures : keyIds);
  }

  static String md5(String text, String salt) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest((text + salt).getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  Call call(String method, String target) {
    return new Call(method, target);
  }

  @Override
  public void close() {
    jersey.onShutdown(null);
  }

  /** What came back, and what was logged meanwhile. */
  record Answer(
      int status,
      String text,
      MultivaluedMap<String, Object> headers,
      List<String> log,
      @Nullable Exchange exchange) {

    /** Whether a line of the log has all of these. */
    boolean logged(String... parts) {
      return log.stream().anyMatch(line -> List.of(parts).stream().allMatch(line::contains));
    }
  }

  /** A request that is being put together. */
  final class Call {

    private final ContainerRequest request;
    private InputStream entity = InputStream.nullInputStream();

    private Call(String method, String target) {
      request =
          new ContainerRequest(
              BASE,
              URI.create("http://backend.example" + target),
              method,
              null,
              new MapPropertiesDelegate(),
              jersey.getConfiguration());
    }

    Call header(String name, Object... values) {
      for (Object value : values) {
        request.getHeaders().add(name, String.valueOf(value));
      }
      return this;
    }

    /** Signed by the key {@code orders}. */
    Call signed(String text) {
      return signed("orders", text);
    }

    Call signed(String keyId, String text) {
      return header(BackendScheme.SIGNATURE_HEADER, md5(text, keyId + "-1"))
          .header(BackendScheme.KEY_HEADER, keyId);
    }

    Call type(String type) {
      return header("Content-Type", type);
    }

    Call body(String body) {
      return body(body.getBytes(UTF_8));
    }

    Call body(byte[] body) {
      return header("Content-Length", body.length).stream(new ByteArrayInputStream(body));
    }

    Call stream(InputStream stream) {
      entity = stream;
      return this;
    }

    Answer send() {
      request.setEntityStream(entity);
      Recorder.clear();
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      try {
        ContainerResponse response = jersey.apply(request, body).get();
        return new Answer(
            response.getStatus(),
            body.toString(UTF_8),
            response.getHeaders(),
            Recorder.lines(),
            Exchange.of(request));
      } catch (ExecutionException brokenOff) {
        return new Answer(
            BROKEN_OFF,
            body.toString(UTF_8),
            new MultivaluedHashMap<>(),
            Recorder.lines(),
            Exchange.of(request));
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
