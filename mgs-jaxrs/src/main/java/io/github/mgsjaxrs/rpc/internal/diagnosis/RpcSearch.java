package io.github.mgsjaxrs.rpc.internal.diagnosis;

import io.github.mgsjaxrs.crypto.KeyVariation;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import io.github.mgsjaxrs.internal.diagnosis.Finding;
import io.github.mgsjaxrs.internal.diagnosis.KeyFindings;
import io.github.mgsjaxrs.internal.diagnosis.Variation;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tries what may be otherwise in a call, and two of it together where no single one matches. */
final class RpcSearch {

  /** Of longer bodies two variations together take too long. */
  private static final int MOST_BYTES_FOR_PAIRS = 8 * 1024;

  private static final int MOST_OTHER_KEYS = 100;

  private final RpcMismatch mismatch;
  private final List<Finding> found = new ArrayList<>();
  private int tried;

  RpcSearch(RpcMismatch mismatch) {
    this.mismatch = mismatch;
  }

  Diagnosis run() {
    byte[] body = mismatch.entity().orElse(null);
    if (body != null) {
      look(
          new RpcReading(
              mismatch.template(),
              mismatch.operationType(),
              body,
              Base64.getEncoder()::encodeToString,
              mismatch.ts()));
    }
    return new Diagnosis(found, tried);
  }

  private void look(RpcReading sent) {
    String signature = mismatch.signature();
    TextKey key = mismatch.key();
    tryUpperCase(sent);
    List<KeyVariation<TextKey>> keys =
        key.variations().stream().filter(other -> mayVerify(other.key(), signature)).toList();
    keys.forEach(other -> tryKey(other, sent, null));
    tryOtherKeys(sent);
    List<RpcVariation> variations = RpcVariations.of(sent);
    boolean formed = mayVerify(key, signature);
    if (formed) {
      byte[] text = sent.bytes();
      for (RpcVariation each : variations) {
        tryAlone(text, each.change().apply(sent), each.finding());
      }
    }
    if (found.isEmpty() && sent.body().length <= MOST_BYTES_FOR_PAIRS) {
      if (formed) {
        tryPairs(sent, variations);
      }
      for (KeyVariation<TextKey> other : keys) {
        for (RpcVariation each : variations) {
          if (found.isEmpty()) {
            tryKey(other, sent, each);
          }
        }
      }
    }
  }

  private static boolean mayVerify(TextKey key, String signature) {
    return key.check(new byte[0], signature) != SignatureCheck.MALFORMED;
  }

  private boolean verifies(TextKey key, RpcReading reading, String signature) {
    tried++;
    return key.check(reading.bytes(), signature) == SignatureCheck.VALID;
  }

  private void tryUpperCase(RpcReading sent) {
    String lowerCase = mismatch.signature().toLowerCase(Locale.ROOT);
    if (!lowerCase.equals(mismatch.signature()) && verifies(mismatch.key(), sent, lowerCase)) {
      found.add(
          Finding.ofCause("The signature is hex in upper case: lower case is needed for MD5"));
    }
  }

  private void tryAlone(byte[] sent, RpcReading reading, Finding finding) {
    if (!Arrays.equals(sent, reading.bytes())
        && verifies(mismatch.key(), reading, mismatch.signature())) {
      found.add(finding);
    }
  }

  private void tryPairs(RpcReading sent, List<RpcVariation> variations) {
    Set<ByteBuffer> texts = new HashSet<>();
    for (int i = 0; i < variations.size(); i++) {
      for (int j = i + 1; j < variations.size() && found.isEmpty(); j++) {
        RpcVariation one = variations.get(i);
        RpcVariation other = variations.get(j);
        if (one.part() != other.part()) {
          RpcReading both = other.change().apply(one.change().apply(sent));
          if (texts.add(ByteBuffer.wrap(both.bytes()))
              && verifies(mismatch.key(), both, mismatch.signature())) {
            found.addAll(Variation.together(one.finding(), other.finding()));
          }
        }
      }
    }
  }

  private void tryKey(
      KeyVariation<TextKey> key, RpcReading sent, @Nullable RpcVariation variation) {
    RpcReading reading = variation == null ? sent : variation.change().apply(sent);
    if (verifies(key.key(), reading, mismatch.signature())) {
      Finding finding = KeyFindings.of(key, mismatch.keyId(), mismatch.key());
      found.addAll(
          variation == null ? List.of(finding) : Variation.together(finding, variation.finding()));
    }
  }

  private void tryOtherKeys(RpcReading sent) {
    int left = MOST_OTHER_KEYS;
    for (Map.Entry<String, TextKey> other : new TreeMap<>(mismatch.otherKeys()).entrySet()) {
      if (other.getKey().equals(mismatch.keyId())
          || other.getValue().algorithm().scheme() != mismatch.key().algorithm().scheme()
          || !mayVerify(other.getValue(), mismatch.signature())) {
        continue;
      }
      if (left-- == 0) {
        return;
      }
      if (verifies(other.getValue(), sent, mismatch.signature())) {
        found.add(KeyFindings.otherKey(mismatch.keyId(), other.getKey()));
      }
    }
  }
}
