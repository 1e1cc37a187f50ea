package io.github.mgsjaxrs.koogallery.internal.diagnosis;

import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryQuery;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.util.List;

/** Looks at a request as its version has it. */
final class KooGalleryVersions {

  /** Of longer queries two variations together take too long: each writes all of it anew. */
  private static final int MOST_CHARACTERS_FOR_PAIRS = 4 * 1024;

  /** Of longer bodies too, which are hashed. */
  private static final int MOST_BYTES_FOR_PAIRS = 8 * 1024;

  /** As many short ones take longer to write than a few long ones. */
  private static final int MOST_PARAMETERS_FOR_PAIRS = 64;

  private final KooGalleryMismatch mismatch;
  private final KooGalleryQuery query;

  private KooGalleryVersions(KooGalleryMismatch mismatch) throws MalformedRequestException {
    this.mismatch = mismatch;
    this.query = KooGalleryQuery.of(mismatch.query(), mismatch.maxParameters());
  }

  static Diagnosis diagnose(KooGalleryMismatch mismatch) {
    try {
      KooGalleryVersions versions = new KooGalleryVersions(mismatch);
      return versions.query.values(KooGalleryQuery.AUTH_TOKEN).isEmpty()
          ? versions.second()
          : versions.first();
    } catch (MalformedRequestException unreadable) {
      return Diagnosis.NONE;
    }
  }

  private Diagnosis first() {
    KooGallerySignature signature =
        KooGallerySignature.of(KooGalleryQuery.AUTH_TOKEN, value(KooGalleryQuery.AUTH_TOKEN), true);
    if (signature == null) {
      return Diagnosis.NONE;
    }
    KooGalleryQueryReading sent =
        KooGalleryQueryReading.of(mismatch.query(), value(KooGalleryQuery.TIME_STAMP));
    return new KooGallerySearch<>(mismatch, signature, sent, KooGalleryQueryVariations.of(sent))
        .run(
            mismatch.query().length() <= MOST_CHARACTERS_FOR_PAIRS
                && sent.parameters().size() <= MOST_PARAMETERS_FOR_PAIRS);
  }

  private Diagnosis second() {
    KooGallerySignature signature =
        KooGallerySignature.of(KooGalleryQuery.SIGNATURE, value(KooGalleryQuery.SIGNATURE), false);
    byte[] body = mismatch.entity().orElse(null);
    if (signature == null || body == null) {
      return Diagnosis.NONE;
    }
    KooGalleryBodyReading sent =
        KooGalleryBodyReading.of(
            value(KooGalleryQuery.NONCE), value(KooGalleryQuery.TIMESTAMP), body);
    return new KooGallerySearch<>(mismatch, signature, sent, KooGalleryBodyVariations.of(sent))
        .run(body.length <= MOST_BYTES_FOR_PAIRS);
  }

  private String value(String name) {
    List<String> values = query.values(name);
    return values.isEmpty() ? "" : values.get(0);
  }
}
