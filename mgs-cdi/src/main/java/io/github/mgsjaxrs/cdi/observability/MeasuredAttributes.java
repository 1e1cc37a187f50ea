package io.github.mgsjaxrs.cdi.observability;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.verifier.VerdictEvent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a verdict is counted by: its outcome, rejection, algorithm and key, each from a small set.
 *
 * @param all all of them, for the counter and for the span of the request
 * @param withoutKey all but the key, for what is kept in many buckets
 */
record MeasuredAttributes(Attributes all, Attributes withoutKey) {

  static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("mgs.outcome");
  static final AttributeKey<String> REJECTION = AttributeKey.stringKey("mgs.rejection");
  static final AttributeKey<Long> CODE = AttributeKey.longKey("mgs.code");
  static final AttributeKey<String> ALGORITHM = AttributeKey.stringKey("mgs.algorithm");
  static final AttributeKey<String> KEY_ID = AttributeKey.stringKey("mgs.key.id");

  /** Those of the same attributes; equal for verdicts that are counted together. */
  record Group(
      VerdictEvent.Outcome outcome,
      @Nullable Rejection rejection,
      @Nullable SignatureAlgorithm algorithm,
      String keyId) {

    MeasuredAttributes attributes() {
      AttributesBuilder builder =
          Attributes.builder().put(OUTCOME, outcome.name().toLowerCase(Locale.ROOT));
      if (rejection != null) {
        builder.put(REJECTION, rejection.slug());
        rejection.code().ifPresent(code -> builder.put(CODE, (long) code));
      }
      if (algorithm != null) {
        builder.put(ALGORITHM, algorithm.name());
      }
      Attributes withoutKey = builder.build();
      Attributes all = builder.put(KEY_ID, keyId).build();
      return new MeasuredAttributes(all, withoutKey);
    }
  }
}
