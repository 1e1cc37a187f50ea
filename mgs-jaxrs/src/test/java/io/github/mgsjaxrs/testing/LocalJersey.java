package io.github.mgsjaxrs.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.backend.internal.BackendScheme;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.internal.enforcement.Exchange;
import io.github.mgsjaxrs.internal.request.SchemeHeaders;
import io.github.mgsjaxrs.internal.request.SentHeaders;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
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
public final class LocalJersey implements AutoCloseable {

  public static final String FORM = "application/x-www-form-urlencoded";

  /** In place of the status of an answer that could not be written to its end. */
  public static final int BROKEN_OFF = -1;

  private static final URI BASE = URI.create("http://backend.example/app/");

  private final ApplicationHandler jersey;

  public LocalJersey(ResourceConfig application) {
    jersey =
        new ApplicationHandler(application.property(ServerProperties.WADL_FEATURE_DISABLE, true));
  }

  /** The same resources behind each verifier. */
  public static LocalJersey with(MgsVerifierBuilder verifier, Class<?>... resources) {
    return with(verifier.build(), resources);
  }

  public static LocalJersey with(MgsVerifier verifier, Class<?>... resources) {
    return new LocalJersey(new ResourceConfig(resources).register(new MgsFeature(verifier)));
  }

  /** A verifier with two keys, whose salts are their names with a number behind. */
  public static MgsVerifierBuilder twoKeys() {
    return MgsVerifier.builder()
        .salt("orders", SignatureAlgorithm.MD5, "orders-1")
        .salt("refunds", SignatureAlgorithm.MD5, "refunds-1");
  }

  /** The signature of a string to sign that a test has written by hand. */
  /** The headers of a request with these signatures and key ids. */
  public static SentHeaders sent(List<String> signatures, List<String> keyIds) {
    // the key is looked for only beside a signature: an empty list stands for none
    return SentHeaders.of(
        List.of(SchemeHeaders.of(BackendScheme.HEADERS)),
        name -> name.equals(BackendScheme.SIGNATURE_HEADER) ? signatures : keyIds);
  }

  public static String md5(String text, String salt) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest((text + salt).getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  public Call call(String method, String target) {
    return new Call(method, target);
  }

  @Override
  public void close() {
    jersey.onShutdown(null);
  }

  /** What came back, and what was logged meanwhile. */
  public record Answer(
      int status,
      String text,
      MultivaluedMap<String, Object> headers,
      List<String> log,
      @Nullable Exchange exchange) {

    /** Whether a line of the log has all of these. */
    public boolean logged(String... parts) {
      return log.stream().anyMatch(line -> List.of(parts).stream().allMatch(line::contains));
    }
  }

  /** A request that is being put together. */
  public final class Call {

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

    public Call header(String name, Object... values) {
      for (Object value : values) {
        request.getHeaders().add(name, String.valueOf(value));
      }
      return this;
    }

    /** Signed by the key {@code orders}. */
    public Call signed(String text) {
      return signed("orders", text);
    }

    public Call signed(String keyId, String text) {
      return header(BackendScheme.SIGNATURE_HEADER, md5(text, keyId + "-1"))
          .header(BackendScheme.KEY_HEADER, keyId);
    }

    public Call type(String type) {
      return header("Content-Type", type);
    }

    public Call body(String body) {
      return body(body.getBytes(UTF_8));
    }

    public Call body(byte[] body) {
      return header("Content-Length", body.length).stream(new ByteArrayInputStream(body));
    }

    public Call stream(InputStream stream) {
      entity = stream;
      return this;
    }

    public Answer send() {
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
