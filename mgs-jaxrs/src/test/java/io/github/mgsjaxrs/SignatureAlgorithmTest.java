package io.github.mgsjaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureAlgorithmTest {

  @ParameterizedTest
  @EnumSource
  void isFoundByItsName(SignatureAlgorithm algorithm) {
    assertThat(SignatureAlgorithm.of(algorithm.name())).isEqualTo(algorithm);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "md5", "SHA1", " RSA"})
  void namesTheValidOnesForAnythingElse(String setting) {
    assertThatThrownBy(() -> SignatureAlgorithm.of(setting))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + setting + "'")
        .hasMessageContaining("MD5, SM3, RSA, SM2");
  }

  @Test
  void belongsToOneScheme() {
    assertThat(SignatureAlgorithm.values())
        .filteredOn(algorithm -> algorithm.scheme() == Scheme.RPC)
        .containsExactly(SignatureAlgorithm.RPC_MD5, SignatureAlgorithm.RPC_HMAC_SHA1);
    assertThat(SignatureAlgorithm.values())
        .filteredOn(algorithm -> algorithm.scheme() == Scheme.BACKEND)
        .hasSize(4);
    assertThat(SignatureAlgorithm.values())
        .filteredOn(algorithm -> algorithm.scheme() == Scheme.KOOGALLERY)
        .containsExactly(SignatureAlgorithm.KOOGALLERY);
  }

  @Test
  void onlyPublicKeysAreNotShared() {
    assertThat(SignatureAlgorithm.MD5.salted()).isTrue();
    assertThat(SignatureAlgorithm.SM3.salted()).isTrue();
    assertThat(SignatureAlgorithm.RSA.salted()).isFalse();
    assertThat(SignatureAlgorithm.SM2.salted()).isFalse();
    assertThat(SignatureAlgorithm.RPC_MD5.salted()).isTrue();
    assertThat(SignatureAlgorithm.RPC_HMAC_SHA1.salted()).isTrue();
    assertThat(SignatureAlgorithm.KOOGALLERY.salted()).isTrue();
  }
}
