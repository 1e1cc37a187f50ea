package io.github.mgsjaxrs.koogallery.internal.diagnosis;

import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import io.github.mgsjaxrs.internal.diagnosis.Finding;
import io.github.mgsjaxrs.internal.diagnosis.KeyFindings;
import io.github.mgsjaxrs.internal.diagnosis.Variation;
import io.github.mgsjaxrs.koogallery.crypto.AccessKey;
import io.github.mgsjaxrs.koogallery.crypto.KeyedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries what may be otherwise in a request of KooGallery with each of its keys, and two of it
 * together where no single one matches.
 *
 * @param <R> what its version signs
 */
final class KooGallerySearch<R extends KooGalleryReading> {

  private static final int MOST_CHECKS = 2000;
  private static final int MOST_OTHER_KEYS = 100;

  private final KooGalleryMismatch mismatch;
  private final KooGallerySignature signature;
  private final R sent;
  private final List<KooGalleryVariation<R>> variations;
  private final List<AccessKey> keys;
  private final List<ChangedKey> changedKeys;

  /** What the keys were tried with; that of the first one stands for all. */
  private final Set<KeyedText> texts = new HashSet<>();

  private final List<Finding> found = new ArrayList<>();
  private int tried;

  /** A key that differs in one point from one that was tried. */
  private record ChangedKey(AccessKey key, Finding finding) {}

  KooGallerySearch(
      KooGalleryMismatch mismatch,
      KooGallerySignature signature,
      R sent,
      List<KooGalleryVariation<R>> variations) {
    this.mismatch = mismatch;
    this.signature = signature;
    this.sent = sent;
    this.variations = variations;
    this.keys = List.copyOf(mismatch.keys().values());
    this.changedKeys =
        mismatch.keys().entrySet().stream()
            .flatMap(key -> changed(key.getKey(), key.getValue()))
            .toList();
  }

  private static Stream<ChangedKey> changed(String id, AccessKey key) {
    return key.variations().stream()
        .map(other -> new ChangedKey(other.key(), KeyFindings.of(other, id, key)));
  }

  /**
   * Looks for causes.
   *
   * @param pairs whether the request is short enough for two of them together
   */
  Diagnosis run(boolean pairs) {
    if (keys.isEmpty()) {
      return Diagnosis.NONE;
    }
    Finding fault = signature.fault();
    Function<AccessKey, KeyedText> text = sent.written();
    // verification tried it, unless it could not read the signature
    if (isNew(text) && fault != null && anyKeySigned(text)) {
      found.add(fault);
    }
    for (ChangedKey key : changedKeys) {
      tryKey(key, null);
    }
    tryOtherKeys();
    for (KooGalleryVariation<R> each : variations) {
      Function<AccessKey, KeyedText> other = each.change().apply(sent).written();
      if (isNew(other) && anyKeySigned(other)) {
        found.addAll(withFault(each.finding()));
      }
    }
    // a signature that is written in another way is one of two causes itself
    if (pairs && fault == null) {
      tryPairs();
      for (KooGalleryVariation<R> each : variations) {
        for (ChangedKey key : changedKeys) {
          if (found.isEmpty()) {
            tryKey(key, each);
          }
        }
      }
    }
    return new Diagnosis(found, tried);
  }

  private boolean isNew(Function<AccessKey, KeyedText> text) {
    return texts.add(text.apply(keys.get(0)));
  }

  private boolean anyKeySigned(Function<AccessKey, KeyedText> text) {
    return keys.stream().anyMatch(key -> signed(key, text));
  }

  private boolean signed(AccessKey key, Function<AccessKey, KeyedText> text) {
    if (tried == MOST_CHECKS) {
      return false;
    }
    tried++;
    return key.check(text.apply(key), signature.bytes()) == SignatureCheck.VALID;
  }

  private List<Finding> withFault(Finding finding) {
    Finding fault = signature.fault();
    return fault == null ? List.of(finding) : Variation.together(fault, finding);
  }

  private void tryKey(ChangedKey key, @Nullable KooGalleryVariation<R> variation) {
    R reading = variation == null ? sent : variation.change().apply(sent);
    if (signed(key.key(), reading.written())) {
      found.addAll(
          variation == null
              ? withFault(key.finding())
              : Variation.together(key.finding(), variation.finding()));
    }
  }

  private void tryOtherKeys() {
    int left = MOST_OTHER_KEYS;
    for (Map.Entry<String, AccessKey> other : new TreeMap<>(mismatch.otherKeys()).entrySet()) {
      AccessKey key = other.getValue();
      if (!mismatch.keys().containsKey(other.getKey()) && left-- > 0) {
        if (signed(key, sent.written())) {
          found.addAll(withFault(KeyFindings.notTried(mismatch.listed(), other.getKey())));
        }
      }
    }
  }

  private void tryPairs() {
    for (int i = 0; i < variations.size(); i++) {
      R one = variations.get(i).change().apply(sent);
      for (int j = i + 1; j < variations.size() && found.isEmpty(); j++) {
        if (variations.get(i).part() != variations.get(j).part()) {
          Function<AccessKey, KeyedText> both = variations.get(j).change().apply(one).written();
          if (isNew(both) && anyKeySigned(both)) {
            found.addAll(
                Variation.together(variations.get(i).finding(), variations.get(j).finding()));
          }
        }
      }
    }
  }
}
