package io.github.mgsjaxrs.conformance.echo;

import io.github.mgsjaxrs.VerifiedCaller;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes down, as JSON, what a resource method saw of its request. What was absent is left out.
 *
 * <p>The JSON goes out as bytes, so that no runtime needs a JSON provider.
 */
abstract class Echo {

  private final String resource;

  @Context @Nullable Request request;
  @Context @Nullable UriInfo uri;
  @Context @Nullable HttpHeaders headers;
  @Context @Nullable SecurityContext security;

  Echo(String resource) {
    this.resource = resource;
  }

  final Response withoutEntity() {
    return withBody(InputStream.nullInputStream());
  }

  /** The body is digested as it comes: a body of any size must not need a buffer. */
  final Response withBody(InputStream body) {
    MessageDigest sha256 = sha256();
    long length;
    try {
      length = new DigestInputStream(body, sha256).transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonObjectBuilder seen = target();
    contentType(seen);
    seen.add("bodyLength", length);
    seen.add("bodySha256", HexFormat.of().formatHex(sha256.digest()));
    return answer(seen);
  }

  /** The runtime has read the body already, so its length is what the request announced. */
  final Response withForm(MultivaluedMap<String, String> form) {
    if (present(headers).getHeaderString(HttpHeaders.CONTENT_TYPE) == null) {
      return withoutEntity(); // without a Content-Type, runtimes may choose the form's method
    }
    JsonObjectBuilder seen = target().add("form", json(form));
    contentType(seen);
    int length = present(headers).getLength();
    if (length >= 0) {
      seen.add("bodyLength", length);
    }
    return answer(seen);
  }

  private JsonObjectBuilder target() {
    String ticket = present(headers).getHeaderString(EchoCalls.TICKET);
    EchoCalls.remember(ticket == null ? "" : ticket, resource);
    return Json.createObjectBuilder()
        .add("resource", resource)
        .add("method", present(request).getMethod())
        .add("path", present(uri).getRequestUri().getRawPath())
        .add("query", json(present(uri).getQueryParameters()));
  }

  private void contentType(JsonObjectBuilder seen) {
    String contentType = present(headers).getHeaderString(HttpHeaders.CONTENT_TYPE);
    if (contentType != null) {
      seen.add("contentType", contentType);
    }
  }

  private Response answer(JsonObjectBuilder seen) {
    if (present(security).getUserPrincipal() instanceof VerifiedCaller caller) {
      seen.add("keyId", caller.keyId()).add("algorithm", caller.algorithm().name());
    }
    return Response.ok(
            seen.build().toString().getBytes(StandardCharsets.UTF_8),
            MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  private static JsonObjectBuilder json(MultivaluedMap<String, String> parameters) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    parameters.forEach((name, values) -> object.add(name, Json.createArrayBuilder(values)));
    return object;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static <T> T present(@Nullable T injected) {
    return Objects.requireNonNull(injected, "the runtime injects @Context fields");
  }
}
