package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.MgsSettings;
import io.github.mgsjaxrs.MgsSettings.Diagnostics;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Verdict;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.protocol.Coverage;
import io.github.mgsjaxrs.protocol.Escaping;
import io.github.mgsjaxrs.protocol.MalformedRequestException;
import io.github.mgsjaxrs.protocol.Scheme;
import io.github.mgsjaxrs.protocol.SignedRequest;
import io.github.mgsjaxrs.protocol.StringToSign;
import io.github.mgsjaxrs.protocol.Uncovered;
import java.util.Set;
import java.util.function.Function;

/**
 * Judges a request that the gateway signed for a backend and that is completely there: key, string
 * to sign, coverage, signature, in this order. It knows nothing of JAX-RS.
 */
public final class SignatureJudge {

  private final MgsSettings settings;
  private final KeyLookup keys;
  private final Explanations explanations;

  /**
   * A judge for one verifier.
   *
   * @param settings the verifier's settings
   * @param keys the verifier's keys
   */
  public SignatureJudge(MgsSettings settings, KeyResolver keys) {
    this(settings, new KeyLookup(keys, settings.offline()), Explanations.inServer(settings, keys));
  }

  SignatureJudge(MgsSettings settings, KeyLookup keys, Explanations explanations) {
    this.settings = settings;
    this.keys = keys;
    this.explanations = explanations;
  }

  /** How refusals are explained. */
  Explanations explanations() {
    return explanations;
  }

  /**
   * Judges a request by itself, outside of any resource.
   *
   * @param request the request as it was sent
   * @param signature the value of the signature header
   * @param keyId the value of the key header
   * @return the verdict
   */
  public Verdict verify(SignedRequest request, String signature, String keyId) {
    try {
      SignatureHeaders headers = BackendScheme.headers(signature, keyId, settings.limits());
      String id = keys.configuredId(keyId);
      NamedKey key = new NamedKey(id, keys.key(id, Scheme.BACKEND));
      return judge(request, headers, key, settings.coverage());
    } catch (RefusalException refusal) {
      return refusal.rejected();
    }
  }

  /**
   * Judges a request whose key is known.
   *
   * @param request the request as it was sent
   * @param claim its signature and key id
   * @param named the key with this id
   * @param coverage what to refuse of what the signature does not cover
   * @return the verdict that the signature is right
   * @throws RefusalException if it is not
   */
  Verified judge(SignedRequest request, SignatureClaim claim, NamedKey named, Coverage coverage)
      throws RefusalException {
    VerificationKey key = named.key();
    StringToSign text = stringToSign(request);
    requireCovered(text.uncovered(), coverage, text::describe);
    SignatureCheck check = SignatureCheck.MISMATCH;
    for (String reading : text.readings()) {
      check = key.check(reading.getBytes(UTF_8), claim.signature());
      if (check != SignatureCheck.MISMATCH) {
        break;
      }
    }
    return switch (check) {
      case VALID -> new Verified(named.id(), key.algorithm(), text);
      case MISMATCH -> throw mismatch(text, claim, key, "does not match");
      case MALFORMED -> throw mismatch(text, claim, key, "is malformed");
    };
  }

  /**
   * Rebuilds what was signed.
   *
   * @param request the request as it was sent
   * @return the text
   * @throws RefusalException if a parameter cannot be read, or there are too many
   */
  StringToSign stringToSign(SignedRequest request) throws RefusalException {
    try {
      return StringToSign.of(request, settings.canonicalization(), settings.limits().parameters());
    } catch (MalformedRequestException malformed) {
      throw refusalOf(malformed);
    }
  }

  static RefusalException refusalOf(MalformedRequestException malformed) {
    Rejection rejection =
        switch (malformed.kind()) {
          case ESCAPE -> Rejection.PARAMETERS_MALFORMED;
          case TOO_MANY_PARAMETERS -> Rejection.PARAMETERS_TOO_MANY;
        };
    return new RefusalException(rejection, String.valueOf(malformed.getMessage()));
  }

  /**
   * Refuses what the signature does not cover, as far as the setting says so.
   *
   * @param uncovered what the signature does not cover
   * @param coverage the setting
   * @throws RefusalException if a part is not covered that must be
   */
  static void requireCovered(Set<Uncovered> uncovered, Coverage coverage) throws RefusalException {
    requireCovered(uncovered, coverage, Uncovered::description);
  }

  /**
   * Refuses what the signature does not cover, as far as the setting says so.
   *
   * @param uncovered what the signature does not cover
   * @param coverage the setting
   * @param description tells what a part is
   * @throws RefusalException if a part is not covered that must be
   */
  static void requireCovered(
      Set<Uncovered> uncovered, Coverage coverage, Function<Uncovered, String> description)
      throws RefusalException {
    for (Uncovered part : uncovered) {
      if (coverage.refuses(part)) {
        throw new RefusalException(
            part == Uncovered.OTHER_VALUE ? Rejection.PARAMETER_CONFLICT : Rejection.NOT_COVERED,
            "the signature does not cover "
                + description.apply(part)
                + "; mgs.coverage, or coverage on the resource, refuses that");
      }
    }
  }

  private RefusalException mismatch(
      StringToSign text, SignatureClaim claim, VerificationKey key, String found) {
    StringBuilder reason =
        new StringBuilder("the ")
            .append(key.algorithm())
            .append(" signature of key '")
            .append(Escaping.oneLine(claim.keyId()))
            .append("' ")
            .append(found);
    if (explanations.written()) {
      boolean values = settings.diagnostics() == Diagnostics.LOG_VALUES;
      reason.append("; string to sign: ").append(text.describe(values));
    }
    return new RefusalException(Rejection.SIGNATURE_MISMATCH, reason.toString());
  }
}
