package io.github.mgsjaxrs.internal.enforcement;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.SignedText;
import io.github.mgsjaxrs.Verdict;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.backend.internal.BackendScheme;
import io.github.mgsjaxrs.backend.protocol.Body;
import io.github.mgsjaxrs.backend.protocol.BodyTreatment;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.ContentMd5;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.backend.protocol.StringToSign;
import io.github.mgsjaxrs.internal.crypto.JdkDigest;
import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.entity.TranscodedMd5;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.request.SentHeaders;
import io.github.mgsjaxrs.internal.scheme.AdmittedRequest;
import io.github.mgsjaxrs.internal.scheme.Explanations;
import io.github.mgsjaxrs.internal.scheme.ReplayCheck;
import io.github.mgsjaxrs.internal.scheme.RequestVerification;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import io.github.mgsjaxrs.internal.scheme.SchemeContext;
import io.github.mgsjaxrs.internal.storage.TemporaryFiles;
import io.github.mgsjaxrs.koogallery.internal.KooGalleryClaims;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryQuery;
import io.github.mgsjaxrs.request.ContentType;
import io.github.mgsjaxrs.request.MalformedRequestException;
import io.github.mgsjaxrs.rpc.internal.RpcScheme;
import io.github.mgsjaxrs.rpc.protocol.RpcText;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.verifier.MgsSettings;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One request verified outside of any runtime as the filters verify it, and explained: for tools.
 *
 * <p>Which keys a resource or a path admits, and the coverage that an annotation asks for, are not
 * known here: any key of the verifier is admitted, with the coverage of its settings. The headers
 * tell whether the gateway signed the request, or a client of it; a request that has none of them,
 * but parameters of KooGallery, is one of its.
 *
 * @param verdict what the filters would come to
 * @param stringToSign the text that the signature should be of; null where there is none, as a
 *     parameter cannot be read
 * @param diagnosis what would have made the signature match, if it does not
 */
public record ExplainedVerdict(
    Verdict verdict, @Nullable SignedText stringToSign, Diagnosis diagnosis) {

  /** One for all requests, as each has a thread. */
  private static final Cleaner CLEANER = TemporaryFiles.cleaner();

  /**
   * Verifies a request.
   *
   * @param verifier with settings and keys
   * @param method the method as it was sent
   * @param target path and query as they were sent
   * @param headers all values of a header by its name in lower case
   * @param body the body as it was sent, empty if there is none
   * @return verdict and explanation
   */
  public static ExplainedVerdict of(
      MgsVerifier verifier,
      String method,
      RequestLine target,
      Map<String, List<String>> headers,
      byte[] body) {
    return of(verifier.settings(), verifier, method, target, headers, body);
  }

  /**
   * Verifies a call of a client, or of KooGallery, as of the time of its timestamp, since one that
   * was captured has expired. Other requests have no time.
   *
   * @param verifier with settings and keys
   * @param method the method as it was sent
   * @param target path and query as they were sent
   * @param headers all values of a header by its name in lower case
   * @param body the body as it was sent, empty if there is none
   * @return verdict and explanation
   */
  public static ExplainedVerdict atItsTime(
      MgsVerifier verifier,
      String method,
      RequestLine target,
      Map<String, List<String>> headers,
      byte[] body) {
    MgsSettings then = RequestScheme.atItsTime(verifier.settings(), target, headers);
    return of(then, verifier, method, target, headers, body);
  }

  private static ExplainedVerdict of(
      MgsSettings settings,
      MgsVerifier verifier,
      String method,
      RequestLine target,
      Map<String, List<String>> headers,
      byte[] body) {
    RequestSnapshot request =
        snapshot(RpcScheme.namesOf(settings.rpc().headers()), method, target, headers);
    EntityStorage storage =
        new EntityStorage(inMemory(settings.limits(), body.length), null, CLEANER);
    List<Diagnosis> found = new ArrayList<>();
    SchemeContext context =
        Schemes.context(
            settings,
            verifier.keys(),
            Explanations.unwritten(found::add),
            ReplayCheck.none(),
            storage);
    Scheme scheme = RequestScheme.of(settings, target, headers);
    SignedText text =
        switch (scheme) {
          case BACKEND -> stringToSign(settings, request, body);
          case RPC -> new RpcScheme(settings.rpc(), context).text(request, body);
          case KOOGALLERY ->
              new KooGalleryClaims(settings.kooGallery(), settings.limits()).text(request);
        };
    try {
      Verified verified =
          verify(new Schemes(settings, context).verification(scheme), request, scheme, body);
      return new ExplainedVerdict(verified, text, Diagnosis.NONE);
    } catch (RefusalException refusal) {
      return new ExplainedVerdict(
          refusal.rejected(), text, found.isEmpty() ? Diagnosis.NONE : found.get(0));
    }
  }

  /**
   * The exact text that the signature should be of.
   *
   * @return the whole text, the body of a call in Base64 included; null where there is none
   */
  public @Nullable String text() {
    if (stringToSign instanceof StringToSign backend) {
      return backend.text();
    }
    if (stringToSign instanceof KooGalleryQuery query) {
      return query.message();
    }
    if (stringToSign instanceof RpcText call) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        call.writeTo(bytes);
      } catch (IOException impossible) {
        throw new IllegalStateException("An array can be read and written", impossible);
      }
      return bytes.toString(UTF_8);
    }
    return null;
  }

  private static Limits inMemory(Limits limits, int length) {
    return limits.withMemory(Math.min(1024 * Limits.MIB, Math.max(length, limits.memory())));
  }

  private static RequestSnapshot snapshot(
      List<String> rpc, String method, RequestLine target, Map<String, List<String>> headers) {
    Function<String, List<String>> all =
        name -> headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return new RequestSnapshot(
        method,
        target,
        SentHeaders.of(List.of(BackendScheme.HEADERS, rpc), all),
        all.apply("Content-Type"),
        all.apply("Content-Length"),
        !all.apply("Transfer-Encoding").isEmpty(),
        all.apply("Content-Encoding").stream()
            .anyMatch(encoding -> !encoding.strip().equalsIgnoreCase("identity")));
  }

  private static Verified verify(
      RequestVerification<?, ?> verification, RequestSnapshot request, Scheme scheme, byte[] body)
      throws RefusalException {
    AdmittedRequest admitted = verification.admit(request, Requirement.anyKey(scheme));
    try (EntityBuffer buffer = admitted.buffer()) {
      buffer.readFrom(new ByteArrayInputStream(body));
      try (ReplayableEntity entity = buffer.finish()) {
        return admitted.verify(entity, Set::of);
      }
    }
  }

  /** Also for a request that is refused before its text is written. */
  private static @Nullable StringToSign stringToSign(
      MgsSettings settings, RequestSnapshot request, byte[] body) {
    Canonicalization choices = settings.canonicalization();
    try {
      SignedRequest signed =
          new SignedRequest(
              request.method(),
              request.target().path(),
              request.target().query(),
              request.contentType(),
              body(request, choices, body));
      return StringToSign.of(signed, choices, settings.limits().parameters());
    } catch (MalformedRequestException | IOException unreadable) {
      return null;
    }
  }

  private static Body body(RequestSnapshot request, Canonicalization choices, byte[] body)
      throws MalformedRequestException, IOException {
    ContentType type = request.contentType();
    return switch (BodyTreatment.of(request.method(), type)) {
      case FORM -> new Body.Form(body);
      case UNSIGNED -> new Body.Unsigned(body.length);
      case HASHED -> {
        Charset charset = ContentMd5.transcodedFrom(type, choices);
        byte[] md5 =
            charset == null || body.length == 0
                ? JdkDigest.MD5.of(body)
                : TranscodedMd5.of(new ByteArrayInputStream(body), charset, JdkDigest.MD5.fresh());
        yield new Body.Hashed(body.length, md5);
      }
    };
  }
}
