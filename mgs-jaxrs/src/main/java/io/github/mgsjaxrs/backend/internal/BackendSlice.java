package io.github.mgsjaxrs.backend.internal;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.backend.protocol.StringToSign;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.scheme.CapturedRequest;
import io.github.mgsjaxrs.internal.scheme.MarkMeaning;
import io.github.mgsjaxrs.internal.scheme.RequestVerification;
import io.github.mgsjaxrs.internal.scheme.SchemeContext;
import io.github.mgsjaxrs.internal.scheme.SchemeSlice;
import io.github.mgsjaxrs.internal.scheme.WrittenText;
import io.github.mgsjaxrs.internal.settings.SettingTable;
import io.github.mgsjaxrs.internal.url.CanonicalTable;
import io.github.mgsjaxrs.internal.url.UrlRequest;
import io.github.mgsjaxrs.request.MalformedRequestException;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.settings.SchemeSettings;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway signs for the backends behind it.
 *
 * @param settings how the string to sign is written
 */
public record BackendSlice(Canonicalization settings) implements SchemeSlice {

  /** What the names of its settings start with. */
  static final String CANONICAL = "mgs.canonical";

  private static final SettingTable<Canonicalization> TABLE = CanonicalTable.ofMgs();

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
    return TABLE;
  }

  @Override
  public List<String> withoutEffect(Coverage coverage) {
    return CanonicalTable.withoutEffect(CANONICAL, settings, coverage);
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
      SignedRequest signed = UrlRequest.of(request, body, settings);
      StringToSign text = StringToSign.of(signed, settings, context.limits().parameters());
      return new WrittenText(text, text::text);
    } catch (MalformedRequestException | IOException unreadable) {
      return null;
    }
  }
}
