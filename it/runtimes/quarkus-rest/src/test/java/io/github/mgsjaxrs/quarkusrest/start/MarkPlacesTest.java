package io.github.mgsjaxrs.quarkusrest.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.conformance.registration.AddedMarks.Creator;
import io.github.mgsjaxrs.conformance.registration.AddedMarks.MakesBean;
import io.github.mgsjaxrs.conformance.registration.AddedMarks.MarkedProduced;
import io.github.mgsjaxrs.conformance.registration.AddedMarks.MarkedSynthetic;
import io.github.mgsjaxrs.conformance.registration.AddedMarks.Orders;
import io.github.mgsjaxrs.conformance.registration.AddedMarks.Produced;
import io.github.mgsjaxrs.conformance.registration.AddedMarks.Synthetic;
import io.github.mgsjaxrs.conformance.registration.AddedMarks.ToClass;
import io.github.mgsjaxrs.conformance.registration.AddedMarks.ToMethod;
import io.github.mgsjaxrs.conformance.registration.StrayMarks.Mine;
import io.github.mgsjaxrs.conformance.registration.StrayMarks.OfMine;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks that extensions add to the beans of ArC, and resources that code makes there. */
class MarkPlacesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(classes = {ToMethod.class, ToClass.class})
  void refusesAMarkThatAnExtensionAdds(Class<?> extension) {
    assertThatThrownBy(() -> start(extension, Orders.class).close())
        .hasStackTraceContaining("has a mark that an extension of CDI gave it");
  }

  @Test
  void refusesWhatCallsItselfAMarkAndHasNoScheme() {
    assertThatThrownBy(() -> start(null, OfMine.class, Mine.class).close())
        .hasStackTraceContaining(Mine.class.getName() + " carries @SignatureMark and is no mark");
  }

  @Test
  void admitsMarksThatAreWritten() throws Exception {
    try (StartedApplication application = start(null, Orders.class)) {
      assertThat(application.endpoint().send(RawRequest.of("GET", "/orders/signed")).status())
          .isEqualTo(401);
    }
  }

  @Test
  void protectsWhatAProducerInTheClassOfTheResourceMakes() throws Exception {
    try (StartedApplication application = start(null, Produced.class, MarkedProduced.class)) {
      requireSigned(application, "/produced");
    }
  }

  @Test
  void protectsWhatASyntheticBeanOfTheClassOfTheResourceMakes() throws Exception {
    try (StartedApplication application =
        start(MakesBean.class, Synthetic.class, MarkedSynthetic.class, Creator.class)) {
      requireSigned(application, "/synthetic");
    }
  }

  private static void requireSigned(StartedApplication application, String path) throws Exception {
    assertThat(application.endpoint().send(RawRequest.of("GET", path)).status()).isEqualTo(401);
    assertThat(
            application
                .endpoint()
                .send(GatewayCall.to("GET", path).signedWith(SuiteKeys.of("MD5")))
                .status())
        .isLessThan(300);
  }

  private StartedApplication start(@Nullable Class<?> extension, Class<?>... classes)
      throws Exception {
    List<Class<?>> all = new ArrayList<>(List.of(classes));
    Map<String, String> settings = new HashMap<>(SuiteWars.settings());
    settings.put("quarkus.http.host", "127.0.0.1");
    settings.put("quarkus.http.test-port", "0");
    settings.put("quarkus.arc.remove-unused-beans", "false");
    if (extension != null) {
      all.add(extension);
      Path services = folder.resolve("application/META-INF/services");
      Files.createDirectories(services);
      Files.writeString(
          services.resolve(BuildCompatibleExtension.class.getName()), extension.getName());
    }
    return StartedApplication.of(folder, settings, all);
  }
}
