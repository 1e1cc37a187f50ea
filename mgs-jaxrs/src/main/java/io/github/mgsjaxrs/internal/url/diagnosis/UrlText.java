package io.github.mgsjaxrs.internal.url.diagnosis;

import io.github.mgsjaxrs.backend.protocol.Body;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.backend.protocol.StringToSign;
import io.github.mgsjaxrs.internal.diagnosis.Reading;
import io.github.mgsjaxrs.request.ContentType;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of a request's string to sign, each written by the protocol itself. */
final class UrlText {

  private static final Body NOTHING = new Body.Unsigned(0);
  private static final String BEFORE_PATH = "GET\n\n";
  private static final String ROOT = "/";

  private final SignedRequest request;
  private final String headers;
  private final int maxParameters;

  UrlText(UrlMismatch mismatch) {
    this.request = mismatch.request();
    this.headers = mismatch.headers().lines();
    this.maxParameters = mismatch.maxParameters();
  }

  /** As the request reads under these choices: two texts for an empty body. */
  List<Reading> readings(Canonicalization choices) {
    String method = request.method().toUpperCase(Locale.ROOT);
    String path = path(choices);
    String parameters = parameters(choices);
    return contentMd5(choices).stream()
        .map(line -> new Reading(method, line, headers, path, parameters, ""))
        .toList();
  }

  /** The second lines with their line feeds. */
  private List<String> contentMd5(Canonicalization choices) {
    Body body = request.body() instanceof Body.Form ? new Body.Form(new byte[0]) : request.body();
    SignedRequest bare =
        new SignedRequest(request.method(), ROOT, null, request.contentType(), body);
    Canonicalization emptyBody = Canonicalization.builder().emptyBody(choices.emptyBody()).build();
    try {
      return StringToSign.of(bare, emptyBody, maxParameters).readings().stream()
          .map(text -> text.substring(text.indexOf('\n') + 1, text.length() - ROOT.length()))
          .toList();
    } catch (MalformedRequestException impossible) {
      throw new IllegalStateException("A request without parameters is malformed", impossible);
    }
  }

  /** The path; null if it is to be decoded and cannot be. */
  @Nullable String path(Canonicalization choices) {
    String text =
        text(
            new SignedRequest("GET", request.path(), null, ContentType.of(null), NOTHING), choices);
    return text == null ? null : text.substring(BEFORE_PATH.length());
  }

  /** The parameters of query and form; null if they cannot be read. */
  @Nullable String parameters(Canonicalization choices) {
    Body form = request.body() instanceof Body.Form ? request.body() : NOTHING;
    return parameters(choices, form);
  }

  /** The parameters of the query alone. */
  @Nullable String queryParameters(Canonicalization choices) {
    return parameters(choices, NOTHING);
  }

  private @Nullable String parameters(Canonicalization choices, Body form) {
    Canonicalization withoutPath =
        choices.toBuilder().path(Escapes.RAW).pathPrefixStrip("").pathPrefixAdd("").build();
    String text =
        text(
            new SignedRequest("GET", ROOT, request.query(), request.contentType(), form),
            withoutPath);
    return text == null ? null : text.substring(BEFORE_PATH.length() + ROOT.length());
  }

  private @Nullable String text(SignedRequest part, Canonicalization choices) {
    try {
      return StringToSign.of(part, choices, maxParameters).text();
    } catch (MalformedRequestException malformed) {
      return null;
    }
  }
}
