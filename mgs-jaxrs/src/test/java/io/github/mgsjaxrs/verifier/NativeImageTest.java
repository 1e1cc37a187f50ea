package io.github.mgsjaxrs.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.settings.Mode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No verifier where reflection may hide marks. */
class NativeImageTest {

  @ParameterizedTest
  @ValueSource(strings = {"runtime", "buildtime", "something new"})
  void refusesToVerifyInANativeImage(String imageCode) {
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> builder().imageCode(imageCode).build())
        .withMessageContaining("This is a native image")
        .withMessageContaining("org.graalvm.nativeimage.imagecode is " + imageCode)
        .withMessageContaining("run the application on a JVM");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "agent")
  void verifiesOnAJvm(@Nullable String imageCode) {
    try (MgsVerifier verifier = builder().imageCode(imageCode).build()) {
      assertThat(verifier.settings().mode()).isEqualTo(Mode.ENFORCE);
    }
  }

  @Test
  void asksGraalVmByItself() {
    String before = System.getProperty(NativeImage.PROPERTY);
    try {
      System.setProperty(NativeImage.PROPERTY, "runtime");
      MgsVerifierBuilder inImage = builder();
      assertThatExceptionOfType(MgsConfigurationException.class).isThrownBy(inImage::build);
    } finally {
      if (before == null) {
        System.clearProperty(NativeImage.PROPERTY);
      } else {
        System.setProperty(NativeImage.PROPERTY, before);
      }
    }
  }

  private static MgsVerifierBuilder builder() {
    return MgsVerifier.builder().salt("orders", SignatureAlgorithm.MD5, "a salt");
  }
}
