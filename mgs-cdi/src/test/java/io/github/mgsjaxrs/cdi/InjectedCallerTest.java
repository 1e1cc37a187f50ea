package io.github.mgsjaxrs.cdi;

import static io.github.mgsjaxrs.cdi.Application.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.VerifiedCaller;
import io.github.mgsjaxrs.internal.enforcement.CallerListener;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class InjectedCallerTest {

  private static final Map<String, String> KEYS =
      settings("mgs.keys.orders.algorithm", "MD5", "mgs.keys.orders.salt", "salt");

  private static final CallerListener LISTENER =
      ServiceLoader.load(CallerListener.class).findFirst().orElseThrow();

  private record Gateway(String keyId, SignatureAlgorithm algorithm) implements VerifiedCaller {}

  @Dependent
  static class Resource {
    @Inject VerifiedCaller caller;
  }

  @Test
  void tellsTheCallerOfTheCurrentRequestAndForgetsItWithTheRequest() {
    try (Application application = Application.start(KEYS, Resource.class)) {
      VerifiedCaller caller = application.container().select(Resource.class).get().caller;
      RequestContextController request =
          application.container().select(RequestContextController.class).get();

      request.activate();
      LISTENER.verified(new Gateway("orders", SignatureAlgorithm.SM3));
      assertThat(caller.keyId()).isEqualTo("orders");
      assertThat(caller.getName()).isEqualTo("orders");
      assertThat(caller.algorithm()).isEqualTo(SignatureAlgorithm.SM3);
      request.deactivate();

      request.activate();
      assertThatThrownBy(caller::keyId)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("was not verified")
          .hasMessageContaining("@MgsSigned")
          .hasMessageContaining("mgs.mode is report");
      assertThatThrownBy(caller::algorithm).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(caller::getName).isInstanceOf(IllegalStateException.class);
      assertThat(caller.toString()).isEqualTo("not verified");
      request.deactivate();

      assertThatThrownBy(caller::keyId).isInstanceOf(ContextNotActiveException.class);
    }
  }

  @Test
  void disturbsNoRequestOutsideOfAScopeOrAContainer() {
    Gateway gateway = new Gateway("orders", SignatureAlgorithm.MD5);
    assertThatCode(() -> LISTENER.verified(gateway)).doesNotThrowAnyException();
    try (Application ignored = Application.start(KEYS)) {
      assertThatCode(() -> LISTENER.verified(gateway)).doesNotThrowAnyException();
    }
  }

  @Test
  void leavesTheContainersPrincipalAlone() {
    try (Application application = Application.start(KEYS)) {
      assertThat(application.container().select(Principal.class).stream())
          .noneMatch(VerifiedCaller.class::isInstance);
    }
  }
}
