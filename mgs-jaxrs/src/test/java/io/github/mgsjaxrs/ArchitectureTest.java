package io.github.mgsjaxrs;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.security.Provider;
import java.security.Security;
import java.time.Clock;
import java.time.Instant;

/** The arrows between the packages, and what no class of the library may do. */
@AnalyzeClasses(
    packages = "io.github.mgsjaxrs",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "io.github.mgsjaxrs";
  private static final String PROTOCOL = ROOT + ".protocol..";
  private static final String CRYPTO = ROOT + ".crypto..";
  private static final String KEYS = ROOT + ".keys..";
  private static final String CLIENT = ROOT + ".client..";
  private static final String OFFLINE = ROOT + ".offline..";
  private static final String DIAGNOSIS = ROOT + ".diagnosis..";
  private static final String REPLAY = ROOT + ".replay..";
  private static final String STORAGE = ROOT + ".storage..";

  private static final DescribedPredicate<JavaClass> THE_PROJECT = resideInAPackage(ROOT + "..");

  @ArchTest
  static final ArchRule protocolUsesNothingElseOfTheProject =
      noClasses()
          .that()
          .resideInAPackage(PROTOCOL)
          .should()
          .dependOnClassesThat(THE_PROJECT.and(not(resideInAPackage(PROTOCOL))));

  @ArchTest
  static final ArchRule protocolKnowsNoRuntimeAndDoesNoIo =
      noClasses()
          .that()
          .resideInAPackage(PROTOCOL)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "jakarta..", "java.net..", "java.nio.file..", "java.nio.channels..")
                  .or(
                      resideInAPackage("java.io..")
                          .and(not(type(Serial.class)))
                          // a text with a large body in it writes itself to whoever hashes it
                          .and(not(type(OutputStream.class)))
                          .and(not(type(FilterOutputStream.class)))
                          .and(not(type(IOException.class)))
                          .and(not(type(UncheckedIOException.class)))));

  @ArchTest
  static final ArchRule protocolReadsNoClock =
      noClasses()
          .that()
          .resideInAPackage(PROTOCOL)
          .should()
          .dependOnClassesThat(type(Clock.class))
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now");

  @ArchTest
  static final ArchRule cryptoUsesOnlyTheProtocol =
      noClasses()
          .that()
          .resideInAPackage(CRYPTO)
          .should()
          .dependOnClassesThat(THE_PROJECT.and(not(resideInAnyPackage(CRYPTO, PROTOCOL))));

  @ArchTest
  static final ArchRule keysUseOnlyCryptoAndProtocolAndTellOperatorsWhatIsWrong =
      noClasses()
          .that()
          .resideInAPackage(KEYS)
          .should()
          .dependOnClassesThat(
              THE_PROJECT
                  .and(not(resideInAnyPackage(KEYS, CRYPTO, PROTOCOL)))
                  .and(not(resideInAPackage(ROOT).and(simpleName("MgsConfigurationException")))));

  @ArchTest
  static final ArchRule diagnosisUsesOnlyCryptoAndProtocol =
      noClasses()
          .that()
          .resideInAPackage(DIAGNOSIS)
          .should()
          .dependOnClassesThat(
              THE_PROJECT.and(not(resideInAnyPackage(DIAGNOSIS, CRYPTO, PROTOCOL))));

  @ArchTest
  static final ArchRule packagesNeedTheFilterOnlyToFindTheVerifier =
      noClasses()
          .that()
          .resideInAPackage(OFFLINE)
          .and()
          .doNotHaveSimpleName("OfflinePackageReader")
          .should()
          .dependOnClassesThat(
              THE_PROJECT.and(
                  not(resideInAnyPackage(ROOT, OFFLINE, KEYS, CRYPTO, PROTOCOL, STORAGE))));

  @ArchTest
  static final ArchRule storageUsesNothingElseOfTheProject =
      noClasses()
          .that()
          .resideInAPackage(STORAGE)
          .should()
          .dependOnClassesThat(THE_PROJECT.and(not(resideInAPackage(STORAGE))));

  @ArchTest
  static final ArchRule theReplayGuardUsesOnlyTheProtocolAndTellsOperatorsWhatIsWrong =
      noClasses()
          .that()
          .resideInAPackage(REPLAY)
          .should()
          .dependOnClassesThat(
              THE_PROJECT
                  .and(not(resideInAnyPackage(REPLAY, PROTOCOL)))
                  .and(not(resideInAPackage(ROOT).and(simpleName("MgsConfigurationException")))))
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("jakarta..");

  // Most applications have no JCache on their class path; the index leaves these classes out.
  @ArchTest
  static final ArchRule onlyClassesOfThatNameUseJCache =
      noClasses()
          .that()
          .resideOutsideOfPackage(REPLAY)
          .or()
          .haveNameNotMatching(".*\\.JCache[^.]*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javax.cache..");

  // What verifies must not hold what signs.
  @ArchTest
  static final ArchRule nothingUsesTheGatewaysSide =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLIENT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CLIENT);

  @ArchTest
  static final ArchRule theGatewaysSideUsesOnlyCryptoProtocolAndTheNamesOfHeaders =
      noClasses()
          .that()
          .resideInAPackage(CLIENT)
          .should()
          .dependOnClassesThat(
              THE_PROJECT
                  .and(not(resideInAnyPackage(CLIENT, CRYPTO, PROTOCOL)))
                  .and(not(resideInAPackage(ROOT).and(simpleName("RpcHeaders")))));

  @ArchTest
  static final ArchRule cryptoKeysAndDiagnosisKnowNoRuntime =
      noClasses()
          .that()
          .resideInAnyPackage(CRYPTO, KEYS, DIAGNOSIS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..");

  @ArchTest static final ArchRule nothingPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule nothingUsesJavaUtilLogging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  // The application's own providers, and their order, are not ours to change.
  @ArchTest
  static final ArchRule nothingRegistersASecurityProvider =
      noClasses()
          .should()
          .callMethod(Security.class, "addProvider", Provider.class)
          .orShould()
          .callMethod(Security.class, "insertProviderAt", Provider.class, int.class)
          .orShould()
          .callMethod(Security.class, "removeProvider", String.class);

  @ArchTest
  static final ArchRule nothingSleeps =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class, int.class);

  @ArchTest
  static final ArchRule nothingStaticChanges = fields().that().areStatic().should().beFinal();
}
