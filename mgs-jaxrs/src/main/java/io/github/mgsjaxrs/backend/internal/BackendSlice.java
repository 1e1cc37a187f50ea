package io.github.mgsjaxrs.backend.internal;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.backend.protocol.Body;
import io.github.mgsjaxrs.backend.protocol.BodyTreatment;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.ContentMd5;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.backend.protocol.StringToSign;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.internal.crypto.JdkDigest;
import io.github.mgsjaxrs.internal.entity.TranscodedMd5;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.scheme.CapturedRequest;
import io.github.mgsjaxrs.internal.scheme.MarkMeaning;
import io.github.mgsjaxrs.internal.scheme.RequestVerification;
import io.github.mgsjaxrs.internal.scheme.SchemeContext;
import io.github.mgsjaxrs.internal.scheme.SchemeSlice;
import io.github.mgsjaxrs.internal.scheme.WrittenText;
import io.github.mgsjaxrs.internal.settings.SettingTable;
import io.github.mgsjaxrs.request.ContentType;
import io.github.mgsjaxrs.request.MalformedRequestException;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.settings.SchemeSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway signs for the backends behind it.
 *
 * @param settings how the string to sign is written
 */
public record BackendSlice(Canonicalization settings) implements SchemeSlice {

  /** As it is shipped. */
  public BackendSlice() {
    this(Canonicalization.DEFAULT);
  }

  @Override
  public SchemeSlice with(SchemeSettings other) {
    return new BackendSlice(SchemeSlice.own(Canonicalization.class, other));
  }

  @Override
  public SettingTable<Canonicalization> table() {
    return CanonicalTable.TABLE;
  }

  @Override
  public MarkMeaning<?> mark() {
    return new BackendMark();
  }

  @Override
  public String signer() {
    return "the gateway";
  }

  @Override
  public String signed() {
    return "what the gateway signs";
  }

  @Override
  public RequestVerification<?, ?> verification(SchemeContext context) {
    return new RequestVerification<>(context, new BackendScheme(settings, context));
  }

  @Override
  public VerificationKey key(SignatureAlgorithm algorithm, byte[] secret) {
    if (!algorithm.salted()) {
      throw new IllegalArgumentException(algorithm + " takes a public key and no secret");
    }
    return TextKey.salted(algorithm, secret);
  }

  @Override
  public boolean recognizes(CapturedRequest request, Limits limits) {
    return BackendScheme.HEADERS.stream().anyMatch(request::has);
  }

  @Override
  public @Nullable WrittenText text(RequestSnapshot request, byte[] body, SchemeContext context) {
    try {
      SignedRequest signed =
          new SignedRequest(
              request.method(),
              request.target().path(),
              request.target().query(),
              request.contentType(),
              body(request, body));
      StringToSign text = StringToSign.of(signed, settings, context.limits().parameters());
      return new WrittenText(text, text::text);
    } catch (MalformedRequestException | IOException unreadable) {
      return null;
    }
  }

  private Body body(RequestSnapshot request, byte[] body)
      throws MalformedRequestException, IOException {
    ContentType type = request.contentType();
    return switch (BodyTreatment.of(request.method(), type)) {
      case FORM -> new Body.Form(body);
      case UNSIGNED -> new Body.Unsigned(body.length);
      case HASHED -> {
        Charset charset = ContentMd5.transcodedFrom(type, settings);
        byte[] md5 =
            charset == null || body.length == 0
                ? JdkDigest.MD5.of(body)
                : TranscodedMd5.of(new ByteArrayInputStream(body), charset, JdkDigest.MD5.fresh());
        yield new Body.Hashed(body.length, md5);
      }
    };
  }
}
