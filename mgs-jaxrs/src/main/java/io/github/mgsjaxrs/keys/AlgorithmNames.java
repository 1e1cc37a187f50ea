package io.github.mgsjaxrs.keys;

import io.github.mgsjaxrs.SignatureAlgorithm;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which algorithms a setting may name, for messages. */
final class AlgorithmNames {

  private AlgorithmNames() {}

  static String all() {
    return those(any -> true);
  }

  /** Those that take a salt, a secret or an access key. */
  static String salted() {
    return those(SignatureAlgorithm::salted);
  }

  /** Those that take a public key. */
  static String ofPublicKeys() {
    return those(algorithm -> !algorithm.salted());
  }

  private static String those(Predicate<SignatureAlgorithm> asked) {
    List<String> names =
        Stream.of(SignatureAlgorithm.values()).filter(asked).map(Enum::name).toList();
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }
}
