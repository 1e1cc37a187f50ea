package io.github.mgsjaxrs.internal.proof;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ibm.ws.classloading.internal.AppClassLoader;
import io.github.mgsjaxrs.MgsConfigurationException;
import org.junit.jupiter.api.Test;

/** What starts without telling a web application. */
class ServletGuardTest {

  @Test
  void refusesALibraryOutsideOfWebApplicationsWhereNothingFindsItsFilters() {
    ClassLoader liberty = new AppClassLoader();
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> ServletGuard.requireInside(liberty, false))
        .withMessageContaining("put the library into WEB-INF/lib of each web application");
    assertThatCode(() -> ServletGuard.requireInside(liberty, true)).doesNotThrowAnyException();
  }

  @Test
  void asksNothingOfOtherContainers() {
    assertThatCode(
            () -> {
              ServletGuard.requireInside(ServletGuardTest.class.getClassLoader(), false);
              ServletGuard.requireInside(null, false);
              ServletGuard.requireLooked();
            })
        .doesNotThrowAnyException();
  }
}
