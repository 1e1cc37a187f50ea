package io.github.mgsjaxrs.internal.url.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.backend.protocol.Body;
import io.github.mgsjaxrs.crypto.KeyVariation;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.internal.diagnosis.Aspect;
import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import io.github.mgsjaxrs.internal.diagnosis.Finding;
import io.github.mgsjaxrs.internal.diagnosis.KeyFindings;
import io.github.mgsjaxrs.internal.diagnosis.Reading;
import io.github.mgsjaxrs.internal.diagnosis.Variation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tries one variation after the other, and two together where no single one matches. */
final class UrlSearch {

  /** Of longer texts two variations together take too long. */
  private static final int MOST_CHARACTERS_FOR_PAIRS = 8 * 1024;

  private static final int MOST_OTHER_KEYS = 100;

  private final UrlMismatch mismatch;
  private final List<Reading> readings;
  private final List<Variation> singles = new ArrayList<>();
  private final UrlParameterVariations parameters;
  private final List<Finding> found = new ArrayList<>();

  /** The texts that the request's own key was tried with. */
  private final Set<String> texts = new HashSet<>();

  private int tried;

  UrlSearch(UrlMismatch mismatch) {
    this.mismatch = mismatch;
    UrlText text = new UrlText(mismatch);
    this.readings = text.readings(mismatch.canonicalization());
    this.parameters = new UrlParameterVariations(mismatch, text);
    singles.addAll(parameters.singles());
    singles.addAll(UrlPathVariations.of(mismatch, text));
    singles.addAll(UrlBodyVariations.of(mismatch, text));
    singles.addAll(mismatch.headers().variations());
    singles.add(
        Variation.of(
            Aspect.METHOD,
            Finding.ofCause(
                "The method was signed in lower case: the gateway writes it in upper case"),
            reading -> reading.withMethod(reading.method().toLowerCase(Locale.ROOT))));
    singles.add(
        Variation.of(
            Aspect.END,
            Finding.ofCause(
                "A line feed stands behind the string that was signed: the gateway writes none"),
            reading -> reading.withEnd("\n")));
  }

  Diagnosis run() {
    boolean formed = mayVerify(mismatch.key());
    if (formed && readings.stream().anyMatch(this::matches)) {
      found.add(uncovered());
      return result();
    }
    if (formed) {
      singles.forEach(this::tryAlone);
    }
    List<KeyVariation<TextKey>> keys =
        mismatch.key().variations().stream().filter(key -> mayVerify(key.key())).toList();
    for (KeyVariation<TextKey> key : keys) {
      readings.forEach(reading -> tryKey(key, reading, null));
    }
    tryOtherKeys();
    if (found.isEmpty() && isShort()) {
      if (formed) {
        tryPairs();
      }
      tryKeysWithVariations(keys);
    }
    if (formed && found.isEmpty() && !texts.isEmpty()) {
      found.add(UrlPathVariations.unknownToTheBackend(mismatch));
    }
    return result();
  }

  private Diagnosis result() {
    return new Diagnosis(found, tried);
  }

  /** Whether the signature has the form that this key's signatures have, whatever was signed. */
  private boolean mayVerify(TextKey key) {
    return key.check(new byte[0], mismatch.signature()) != SignatureCheck.MALFORMED;
  }

  private boolean verifies(TextKey key, String text) {
    tried++;
    return key.check(text.getBytes(UTF_8), mismatch.signature()) == SignatureCheck.VALID;
  }

  /** Whether the request's own key verifies a text that was not tried before. */
  private boolean matches(Reading reading) {
    String text = reading.text();
    return text != null && texts.add(text) && verifies(mismatch.key(), text);
  }

  private void tryAlone(Variation variation) {
    for (Reading reading : readings) {
      if (matches(variation.apply(reading))) {
        found.addAll(variation.findings());
      }
    }
  }

  private void tryKey(KeyVariation<TextKey> key, Reading reading, @Nullable Variation variation) {
    String text = (variation == null ? reading : variation.apply(reading)).text();
    if (text != null && verifies(key.key(), text)) {
      Finding finding = KeyFindings.of(key, mismatch.keyId(), mismatch.key());
      found.addAll(
          variation == null
              ? List.of(finding)
              : Variation.together(finding, variation.findings().get(0)));
    }
  }

  private void tryOtherKeys() {
    int left = MOST_OTHER_KEYS;
    for (Map.Entry<String, TextKey> other : new TreeMap<>(mismatch.otherKeys()).entrySet()) {
      if (other.getKey().equals(mismatch.keyId()) || !mayVerify(other.getValue())) {
        continue;
      }
      if (left-- == 0) {
        return;
      }
      for (Reading reading : readings) {
        String text = reading.text();
        if (text != null && verifies(other.getValue(), text)) {
          found.add(KeyFindings.otherKey(mismatch.keyId(), other.getKey()));
        }
      }
    }
  }

  private boolean isShort() {
    return readings.stream()
        .map(Reading::text)
        .allMatch(text -> text == null || text.length() <= MOST_CHARACTERS_FOR_PAIRS);
  }

  private void tryPairs() {
    for (Variation pair : parameters.pairs()) {
      tryAlone(pair);
    }
    for (int i = 0; i < singles.size() && found.isEmpty(); i++) {
      for (int j = i + 1; j < singles.size() && found.isEmpty(); j++) {
        if (singles.get(i).goesWith(singles.get(j))) {
          tryAlone(singles.get(i).and(singles.get(j)));
        }
      }
    }
  }

  private void tryKeysWithVariations(List<KeyVariation<TextKey>> keys) {
    for (KeyVariation<TextKey> key : keys) {
      for (Variation variation : singles) {
        for (Reading reading : readings) {
          if (found.isEmpty()) {
            tryKey(key, reading, variation);
          }
        }
      }
    }
  }

  /** The signature is right, and something of the request is not covered by it. */
  private Finding uncovered() {
    boolean unsignedBody =
        mismatch.request().body() instanceof Body.Unsigned body && body.length() > 0;
    String admitted = mismatch.coverage() == Coverage.STRICT && !unsignedBody ? "body" : "protocol";
    return Finding.of(
        "mgs.coverage=" + admitted,
        "The signature matches, but does not cover all of the request, which mgs.coverage or the"
            + " coverage of the resource refuses");
  }
}
