package io.github.mgsjaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemeTest {

  @Test
  void hasWordsForSettingsAndMessages() {
    assertThat(Scheme.values())
        .extracting(Scheme::word, Scheme::secret, Scheme::hasOperations)
        .contains(
            tuple("backend", "salt", false),
            tuple("rpc", "secret", true),
            tuple("koogallery", "access key", false));
  }

  // RFC 9110, "WWW-Authenticate": a client has to tell from it how to sign
  @Test
  void isToldFromTheOthersByItsAuthentication() {
    assertThat(Scheme.values()).extracting(Scheme::authentication).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void hasAnAlgorithm(Scheme scheme) {
    assertThat(Stream.of(SignatureAlgorithm.values()).map(SignatureAlgorithm::scheme))
        .contains(scheme);
  }
}
