package io.github.mgsjaxrs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplayTokenTest {

  // openssl dgst -sha256 -binary | openssl base64 of the length in four bytes, name and value
  @Test
  void isTheSha256OfNameAndValue() {
    assertThat(
            ReplayToken.of(
                "nonce", "50D83FDECAED6CCD8EF597F2A577950527928BA287D04E6036E92B2806FD17DA"))
        .isEqualTo("KxIUdYT-qNIeloQTtolm0nws8VZlyTyb25Yn7zpJlA8");
  }

  @Test
  void tellsWhereTheNameEnds() {
    assertThat(ReplayToken.of("noncex", "y"))
        .isEqualTo("k_5m72RBDEnwg9ZgjKKn43sNzEg1EyYc-e7xKV8Jxnw")
        .isNotEqualTo(ReplayToken.of("nonce", "xy"));
  }

  @Test
  void isAsLongForALongNonce() {
    assertThat(ReplayToken.of("nonce", "n".repeat(1_000_000))).hasSize(43);
  }
}
