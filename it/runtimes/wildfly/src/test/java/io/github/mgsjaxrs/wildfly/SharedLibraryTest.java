package io.github.mgsjaxrs.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.conformance.lost.EnterpriseSuite;
import io.github.mgsjaxrs.conformance.registration.Registration;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.war.SuiteEars;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The library where several web applications of WildFly share it: in an EAR, and as a module. */
@ExtendWith(ArquillianExtension.class)
class SharedLibraryTest extends EnterpriseSuite {

  private static final String SETTINGS_OF_WARS = "settingsOfWars";

  @ArquillianResource private Deployer deployer;

  @Deployment(name = SETTINGS_OF_WARS, managed = false, testable = false)
  static EnterpriseArchive settingsOfWars() {
    return Wars.archive(SuiteEars.settingsOfWars());
  }

  @Deployment(name = "settingsOfAll", testable = false)
  static EnterpriseArchive settingsOfAll() {
    return Wars.archive(SuiteEars.settingsOfAll());
  }

  @Deployment(name = "librariesOfWars", testable = false)
  static EnterpriseArchive librariesOfWars() {
    return Wars.archive(SuiteEars.librariesOfWars());
  }

  @Deployment(name = "module", testable = false)
  static WebArchive module() {
    LibraryModule.install();
    return Wars.archive(
        LibraryModule.user(
            "module", "services=\"import\" meta-inf=\"import\" annotations=\"true\""));
  }

  @Deployment(name = "moduleWithoutServices", testable = false)
  static WebArchive moduleWithoutServices() {
    return Wars.archive(LibraryModule.user("module-without-services", ""));
  }

  @Override
  protected Endpoint endpoint() {
    return Wars.endpoint();
  }

  /** WildFly starts parts of the archive beside each other: which of them it names is chance. */
  @Test
  void deploysNoWebApplicationThatHasOtherSettingsThanItsVerifier() {
    try {
      assertThatThrownBy(() -> deployer.deploy(SETTINGS_OF_WARS))
          .hasMessageContaining("would meet: mgs.protect differ.");
      assertThat(unsigned("/ear-protected/marked").status()).isEqualTo(404);
      assertThat(unsigned("/ear-open/marked").status()).isEqualTo(404);
    } finally {
      deployer.undeploy(SETTINGS_OF_WARS);
    }
  }

  @Test
  void protectsByAModuleWhoseServicesAreImported() {
    isProtected("/module/marked");
  }

  /** Nothing of the library runs there that could refuse: the page of WildFly says so. */
  @Test
  void doesNothingInAModuleWhoseServicesAreNotImported() {
    assertThat(unsigned("/module-without-services/marked").text()).isEqualTo(Registration.SERVED);
  }

  private static void isProtected(String path) {
    assertThat(unsigned(path).status()).as(path).isEqualTo(401);
    RawResponse signed =
        Wars.endpoint().send(GatewayCall.to("GET", path).signedWith(SuiteKeys.of("MD5")));
    assertThat(signed.status()).as("%s: %s", path, signed).isEqualTo(200);
  }

  private static RawResponse unsigned(String path) {
    return Wars.endpoint().send(RawRequest.of("GET", path));
  }
}
