package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.keys.KeysUnavailableException;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureJudgeTest {

  static Stream<KeyResolver> failing() {
    return Stream.of(
        id -> {
          throw new KeysUnavailableException("the vault is sealed");
        },
        id -> {
          throw new IllegalStateException("a fault of the application's resolver");
        });
  }

  @ParameterizedTest
  @MethodSource("failing")
  void isUnavailableWhereTheResolverFails(KeyResolver keys) {
    MgsVerifier verifier = MgsVerifier.builder().keys(keys).build();
    SignedRequest request = SignedRequest.of("GET", "/", null, null, new byte[0]);
    assertThat(verifier.verify(request, "00", "any"))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> assertThat(rejected.rejection()).isEqualTo(Rejection.UNAVAILABLE));
  }

  static Stream<Arguments> headersThatNoGatewaySends() {
    String tooLong = "0".repeat(Limits.defaults().header() + 1);
    return Stream.of(
        arguments("", "any", Rejection.SIGNATURE_MISSING),
        arguments(" ", "any", Rejection.SIGNATURE_MISSING),
        arguments("00", "", Rejection.KEY_ID_MISSING),
        arguments("00", " ", Rejection.KEY_ID_MISSING),
        arguments(tooLong, "any", Rejection.HEADER_TOO_LONG),
        arguments("00", tooLong, Rejection.HEADER_TOO_LONG));
  }

  @ParameterizedTest
  @MethodSource("headersThatNoGatewaySends")
  void refusesThemOutsideOfAnyResourceTooAndAsksForNoKey(
      String signature, String keyId, Rejection expected) {
    KeyResolver never =
        id -> {
          throw new AssertionError("asked for a key");
        };
    SignedRequest request = SignedRequest.of("GET", "/", null, null, new byte[0]);
    assertThat(MgsVerifier.builder().keys(never).build().verify(request, signature, keyId))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.rejection()).isEqualTo(expected));
  }
}
