package io.github.mgsjaxrs.conformance.echo;

import io.github.mgsjaxrs.VerifiedCaller;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Providers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes down, as JSON, what a resource method saw of its request. What was absent is left out.
 *
 * <p>The JSON goes out as bytes, so that no runtime needs a JSON provider.
 */
public abstract class Echo {

  @SuppressWarnings("unchecked") // class literals know no type arguments
  private static final Class<MultivaluedMap<String, String>> FIELDS =
      (Class<MultivaluedMap<String, String>>) (Class<?>) MultivaluedMap.class;

  private static final Type FIELDS_TYPE =
      new GenericType<MultivaluedMap<String, String>>() {}.getType();

  private static final String LIST = "X-Ca-Proxy-Signature-Headers";

  private final String resource;

  @Context @Nullable Request request;
  @Context @Nullable UriInfo uri;
  @Context @Nullable HttpHeaders headers;
  @Context @Nullable SecurityContext security;
  @Context @Nullable Providers providers;

  Echo(String resource) {
    this.resource = resource;
  }

  Response withoutEntity() {
    return with(InputStream.nullInputStream());
  }

  /**
   * One method for every body: where no Content-Type was sent, runtimes would choose the method of
   * the forms, and then refuse the request because an untyped body is no form.
   */
  Response with(InputStream body) {
    String sent = present(headers).getHeaderString(HttpHeaders.CONTENT_TYPE);
    @Nullable String contentType = "".equals(sent) ? null : sent; // CXF's word for none
    JsonObjectBuilder seen = target();
    try {
      if (isForm(contentType)) {
        byte[] form = body.readAllBytes();
        seen.add("form", json(fields(form)));
        seen.add("contentType", contentType);
        seen.add("bodyLength", form.length);
      } else {
        addBody(seen, contentType, body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (present(security).getUserPrincipal() instanceof VerifiedCaller caller) {
      seen.add("keyId", caller.keyId()).add("algorithm", caller.algorithm().name());
    }
    return Response.ok(
            seen.build().toString().getBytes(StandardCharsets.UTF_8),
            MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  /** The body is digested as it comes: a body of any size must not need a buffer. */
  private static void addBody(
      JsonObjectBuilder seen, @Nullable String contentType, InputStream body) throws IOException {
    MessageDigest sha256 = sha256();
    long length = new DigestInputStream(body, sha256).transferTo(OutputStream.nullOutputStream());
    if (contentType != null) {
      seen.add("contentType", contentType);
    }
    seen.add("bodyLength", length);
    seen.add("bodySha256", HexFormat.of().formatHex(sha256.digest()));
  }

  private static boolean isForm(@Nullable String contentType) {
    return contentType != null
        && contentType
            .split(";", 2)[0]
            .strip()
            .equalsIgnoreCase(MediaType.APPLICATION_FORM_URLENCODED);
  }

  /** The fields as the runtime reads them. */
  private MultivaluedMap<String, String> fields(byte[] form) throws IOException {
    if (form.length == 0) {
      return new MultivaluedHashMap<>(); // where CXF would take the query for the form
    }
    MediaType type = present(headers).getMediaType();
    return present(providers)
        .getMessageBodyReader(FIELDS, FIELDS_TYPE, new Annotation[0], type)
        .readFrom(
            FIELDS,
            FIELDS_TYPE,
            new Annotation[0],
            type,
            present(headers).getRequestHeaders(),
            new ByteArrayInputStream(form));
  }

  /** What the signature covers of the headers, as a resource reads them. */
  private void addListed(JsonObjectBuilder seen) {
    List<String> lists = present(headers).getRequestHeader(LIST);
    if (lists == null || lists.isEmpty()) {
      return;
    }
    JsonObjectBuilder listed = Json.createObjectBuilder();
    for (String name : String.join(",", lists).split(",", -1)) {
      List<String> values = name.isBlank() ? null : present(headers).getRequestHeader(name.strip());
      if (values != null && !values.isEmpty()) {
        listed.add(name.strip().toLowerCase(Locale.ROOT), String.join("|", values));
      }
    }
    seen.add("listed", listed);
  }

  private JsonObjectBuilder target() {
    String ticket = present(headers).getHeaderString(EchoCalls.TICKET);
    EchoCalls.remember(ticket == null ? "" : ticket, resource);
    JsonObjectBuilder seen =
        Json.createObjectBuilder()
            .add("resource", resource)
            .add("method", present(request).getMethod())
            .add("path", present(uri).getRequestUri().getRawPath())
            .add("query", json(present(uri).getQueryParameters()));
    addListed(seen);
    return seen;
  }

  private static JsonObjectBuilder json(MultivaluedMap<String, String> parameters) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    parameters.forEach((name, values) -> object.add(name, json(values)));
    return object;
  }

  /** CXF has a null for the value of a name without one. */
  private static JsonArrayBuilder json(List<String> values) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    values.forEach(value -> array.add(value == null ? "" : value));
    return array;
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
