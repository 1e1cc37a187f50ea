package io.github.mgsjaxrs.properties;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Verdict;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.StringToSign;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.request.MalformedRequestException;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.glassfish.jersey.uri.UriComponent;

/** What holds for all requests, options and algorithms. */
@Domain(Requests.class)
@Domain(DomainContext.Global.class)
class SignedRequestPropertiesTest {

  private static final int LIMIT = 1000;
  private static final Map<Signer, TextKey> KEYS = new EnumMap<>(Signer.class);

  static {
    for (Signer signer : Signer.values()) {
      KEYS.put(signer, signer.key());
    }
  }

  @Property(tries = 1000)
  void theStringToSignIsThatOfThePlainImplementation(
      @ForAll PlainRequest request, @ForAll Canonicalization choices)
      throws MalformedRequestException {
    Optional<List<String>> plain = PlainStringToSign.readings(request, choices);
    if (plain.isPresent()) {
      assertThat(StringToSign.of(request.signed(), choices, LIMIT).readings())
          .isEqualTo(plain.get());
    } else {
      assertThatThrownBy(() -> StringToSign.of(request.signed(), choices, LIMIT))
          .isInstanceOf(MalformedRequestException.class);
    }
  }

  @Property(tries = 250)
  void whatWasSignedVerifies(
      @ForAll PlainRequest request, @ForAll Canonicalization choices, @ForAll Signer signer) {
    Optional<List<String>> plain = PlainStringToSign.readings(request, choices);
    Assume.that(plain.isPresent());
    for (String reading : plain.get()) {
      assertThat(verdict(request, choices, signer, signer.signatureOf(reading)))
          .isInstanceOf(Verified.class);
    }
  }

  /** The verdict on the changed request follows from the plain strings to sign alone. */
  @Property(tries = 1000)
  void aChangedRequestVerifiesOnlyIfItsStringToSignIsStillTheSignedOne(
      @ForAll PlainRequest request,
      @ForAll Canonicalization choices,
      @ForAll Signer signer,
      @ForAll Random random) {
    Optional<List<String>> plain = PlainStringToSign.readings(request, choices);
    Assume.that(plain.isPresent());
    String signed = plain.get().get(random.nextInt(plain.get().size()));
    PlainRequest changed = changed(request, random);
    boolean same =
        PlainStringToSign.readings(changed, choices).map(all -> all.contains(signed)).orElse(false);
    Verdict verdict = verdict(changed, choices, signer, signer.signatureOf(signed));
    assertThat(verdict instanceof Verified).as("%s", changed).isEqualTo(same);
  }

  private static PlainRequest changed(PlainRequest request, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> request.withMethod(random.nextBoolean() ? "POST" : "PUT");
      case 1 -> request.withPath("/" + changed(request.path().substring(1), random));
      case 2, 3 -> request.withQuery(changed(request.query(), random));
      case 4 -> request.withForm(!request.form());
      default ->
          request.withBody(
              changed(new String(request.body(), ISO_8859_1), random).getBytes(ISO_8859_1));
    };
  }

  /** One character more, less or other. */
  private static String changed(String text, Random random) {
    String some = "aA1&=+%;/";
    int at = random.nextInt(text.length() + 1);
    String put = String.valueOf(some.charAt(random.nextInt(some.length())));
    int cut = random.nextBoolean() ? at : Math.min(text.length(), at + 1);
    return text.substring(0, at) + (random.nextInt(3) == 0 ? "" : put) + text.substring(cut);
  }

  @Property(tries = 300)
  void aSignatureWithOneCharacterChangedIsRefused(
      @ForAll PlainRequest request, @ForAll Signer signer, @ForAll Random random) {
    Optional<List<String>> plain = PlainStringToSign.readings(request, Canonicalization.DEFAULT);
    Assume.that(plain.isPresent());
    byte[] text = plain.get().get(0).getBytes(UTF_8);
    String right = signer.signatureOf(plain.get().get(0));
    String wrong = changed(right, random);
    // SM2 is hex in either case, and reads the same then
    boolean same =
        signer == Signer.SM2 ? wrong.toLowerCase(Locale.ROOT).equals(right) : wrong.equals(right);
    assertThat(KEYS.get(signer).check(text, wrong) == SignatureCheck.VALID).isEqualTo(same);
  }

  @Property(tries = 300)
  void everyChangedBitOfADecodedSignatureIsRefused(@ForAll Signer signer, @ForAll Random random) {
    Assume.that(signer != Signer.RSA);
    String right = signer.signatureOf("GET\n\n/");
    byte[] bytes = HexFormat.of().parseHex(right);
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    assertThat(KEYS.get(signer).check("GET\n\n/".getBytes(UTF_8), HexFormat.of().formatHex(bytes)))
        .isNotEqualTo(SignatureCheck.VALID);
  }

  /** Escapes, empty pieces, order and later values are free; what a resource reads is not. */
  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void anotherSpellingVerifiesAndGivesTheResourceTheSameValues(
      @ForAll PlainRequest request, @ForAll Signer signer, @ForAll Random random) {
    Assume.that(
        PlainStringToSign.readings(request, Canonicalization.DEFAULT).isPresent()
            && !request.query().isEmpty());
    String signature =
        signer.signatureOf(
            PlainStringToSign.readings(request, Canonicalization.DEFAULT).get().get(0));
    PlainRequest spelled = request.withQuery(spelledOtherwise(request.query(), random));
    assertThat(verdict(spelled, Canonicalization.DEFAULT, signer, signature))
        .as("%s", spelled)
        .isInstanceOf(Verified.class);
    assertThat(firstValues(spelled.query())).isEqualTo(firstValues(request.query()));
  }

  private static String spelledOtherwise(String query, Random random) {
    List<String> pieces = new ArrayList<>(Arrays.asList(query.split("&")));
    pieces.removeIf(String::isEmpty);
    Map<String, List<String>> byName = new TreeMap<>();
    for (String piece : pieces) {
      String[] sides = piece.split("=", 2);
      String name = UriComponent.decode(sides[0].replace("+", "%20"), UriComponent.Type.PATH);
      byName.computeIfAbsent(name, absent -> new ArrayList<>()).add(respelled(piece, random));
    }
    // names in any order, the values of one name in theirs, and one more at their end
    List<List<String>> groups = new ArrayList<>(byName.values());
    Collections.shuffle(groups, random);
    StringBuilder spelled = new StringBuilder(random.nextBoolean() ? "&" : "");
    for (List<String> group : groups) {
      for (String piece : group) {
        spelled.append(piece).append(random.nextBoolean() ? "&" : "&&");
      }
      if (random.nextBoolean()) {
        spelled.append(group.get(0).split("=", 2)[0]).append("=later&");
      }
    }
    return spelled.toString();
  }

  /** Letters and digits as escapes, spaces the other way, hex digits in the other case. */
  private static String respelled(String piece, Random random) {
    StringBuilder spelled = new StringBuilder();
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (c == '%') {
        String escape = piece.substring(i, i + 3);
        spelled.append(
            random.nextBoolean()
                ? escape.toLowerCase(Locale.ROOT)
                : escape.toUpperCase(Locale.ROOT));
        i += 2;
      } else if (c == '+') {
        spelled.append(random.nextBoolean() ? "+" : "%20");
      } else if (Character.isLetterOrDigit(c) && random.nextBoolean()) {
        spelled.append(String.format("%%%02x", (int) c));
      } else {
        spelled.append(c);
      }
    }
    return spelled.toString();
  }

  /** As Jersey reads a query for its resources. */
  private static Map<String, String> firstValues(String query) {
    MultivaluedMap<String, String> all = UriComponent.decodeQuery(query, true);
    Map<String, String> first = new TreeMap<>();
    all.forEach((name, values) -> first.put(name, values.get(0)));
    return first;
  }

  private static Verdict verdict(
      PlainRequest request, Canonicalization choices, Signer signer, String signature) {
    try (MgsVerifier verifier =
        MgsVerifier.builder()
            .keys(id -> Optional.ofNullable(KEYS.get(Signer.valueOf(id))))
            .canonicalization(choices)
            .coverage(Coverage.PROTOCOL)
            .build()) {
      return verifier.verify(request.signed(), signature, signer.name());
    }
  }
}
