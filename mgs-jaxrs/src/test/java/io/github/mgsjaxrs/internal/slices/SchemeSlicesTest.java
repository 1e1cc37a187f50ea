package io.github.mgsjaxrs.internal.slices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.scheme.CapturedRequest;
import io.github.mgsjaxrs.internal.scheme.SchemeSlice;
import io.github.mgsjaxrs.replay.ReplayScope;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.settings.SchemeSettings;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the slice of each scheme says, so that a further one says it too. */
class SchemeSlicesTest {

  private static Stream<String> members(Class<?> mark) {
    return Stream.of(mark.getDeclaredMethods()).map(Method::getName);
  }

  @ParameterizedTest
  @EnumSource
  void isOfItsSchemeInEachOfItsParts(Scheme scheme) {
    SchemeSlice slice = SchemeSlices.of(scheme);
    assertThat(slice.settings().scheme()).isEqualTo(scheme);
    assertThat(slice.mark().scheme()).isEqualTo(scheme);
    assertThat(SchemeSlices.of(slice.settings())).isEqualTo(slice);
  }

  @ParameterizedTest
  @EnumSource
  void refusesSettingsOfAnotherClass(Scheme scheme) {
    SchemeSettings strange = () -> scheme;
    assertThatThrownBy(() -> SchemeSlices.of(strange))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no settings of the scheme " + scheme.word())
        .hasMessageContaining(SchemeSlices.of(scheme).settings().getClass().getName());
  }

  @ParameterizedTest
  @EnumSource
  void hasAMarkThatNamesOperationsWhereItsSignaturesDo(Scheme scheme) {
    boolean named =
        members(SchemeSlices.of(scheme).mark().type()).anyMatch("operationTypes"::equals);
    assertThat(named).isEqualTo(scheme.hasOperations());
  }

  @ParameterizedTest
  @EnumSource
  void makesAKeyOfASecretUnlessTheAlgorithmTakesAPublicKey(SignatureAlgorithm algorithm) {
    SchemeSlice slice = SchemeSlices.of(algorithm.scheme());
    if (algorithm.salted()) {
      assertThat(slice.key(algorithm, "secret".getBytes(UTF_8)).algorithm()).isEqualTo(algorithm);
    } else {
      assertThatThrownBy(() -> slice.key(algorithm, "secret".getBytes(UTF_8)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("takes a public key");
    }
  }

  // without one, what was remembered would be forgotten while it can still be sent again
  @Test
  void tellHowLongToRememberWhateverIsServedOnce() {
    assertThat(SchemeSlices.all().flatMap(slice -> slice.windows().keySet().stream()))
        .containsExactlyInAnyOrder(ReplayScope.values());
  }

  @ParameterizedTest
  @EnumSource
  void recognizesNoRequestWithoutASignature(Scheme scheme) {
    CapturedRequest request =
        new CapturedRequest(
            "GET", new RequestLine("/orders", "a=1", false), Map.of("host", List.of("localhost")));
    assertThat(SchemeSlices.of(scheme).recognizes(request, Limits.defaults())).isFalse();
  }
}
