package io.github.mgsjaxrs;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The arrows between the packages, and what no class of the library may do. */
@AnalyzeClasses(
    packages = "io.github.mgsjaxrs",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "io.github.mgsjaxrs";

  /**
   * What each package may use of the project, besides itself, from the bottom to the top. The root
   * has the words that resources name, and uses nothing. A scheme is a package with those below it,
   * and knows no other scheme; but for {@code backend.protocol}, which writes the URL that both
   * gateways sign alike.
   */
  private static final String TABLE =
      """
      root                          |
      request                       |
      settings                      | root
      internal.log                  | root
      internal.storage              | root
      internal.request              | request
      internal.crypto               |
      crypto                        | root internal.request internal.crypto
      keys                          | root internal.crypto crypto
      replay                        | root internal.request internal.crypto
      internal.settings             | root settings internal.request
      internal.diagnosis            | root internal.request crypto
      internal.entity               | root request settings internal.log internal.storage internal.request internal.settings
      internal.runtime              | root settings internal.request internal.entity
      internal.runtime.servlet      | root request settings internal.log internal.storage internal.request internal.entity internal.runtime
      internal.runtime.quarkus      | request settings internal.request internal.entity internal.runtime
      internal.scheme               | root request settings internal.log internal.request crypto keys replay internal.settings internal.diagnosis internal.entity
      backend.protocol              | root request settings internal.request internal.crypto
      internal.url.diagnosis        | root request internal.crypto crypto internal.diagnosis backend.protocol
      internal.url                  | root request settings internal.storage internal.request internal.crypto crypto internal.settings internal.diagnosis internal.entity internal.scheme backend.protocol
      backend.internal              | root request settings internal.request crypto keys internal.settings internal.diagnosis internal.entity internal.scheme backend.protocol internal.url.diagnosis internal.url
      rpc.protocol                  | root internal.request
      rpc.crypto                    | root internal.request internal.crypto crypto
      rpc.internal.diagnosis        | root crypto internal.diagnosis rpc.protocol
      rpc                           | root settings rpc.protocol rpc.crypto
      rpc.internal                  | root settings internal.request crypto keys replay internal.settings internal.entity internal.scheme rpc.protocol rpc.crypto rpc.internal.diagnosis rpc
      koogallery.protocol           | root request internal.request
      koogallery.crypto             | root internal.request internal.crypto crypto
      koogallery.internal.diagnosis | request internal.crypto crypto internal.diagnosis koogallery.protocol koogallery.crypto
      koogallery                    | root settings crypto keys koogallery.protocol koogallery.crypto
      koogallery.internal           | root request settings internal.log internal.request crypto keys replay internal.settings internal.entity internal.scheme koogallery.protocol koogallery.crypto koogallery.internal.diagnosis koogallery
      apigateway.protocol           | root request internal.request backend.protocol
      apigateway.crypto             | root internal.request internal.crypto crypto
      apigateway.internal.diagnosis | internal.request internal.diagnosis apigateway.protocol
      apigateway                    | root settings internal.request backend.protocol apigateway.protocol
      apigateway.internal           | root request settings internal.request crypto internal.settings internal.diagnosis internal.entity internal.scheme backend.protocol internal.url.diagnosis internal.url apigateway.protocol apigateway.crypto apigateway.internal.diagnosis apigateway
      offline                       | root internal.storage internal.request crypto keys
      internal.slices               | root settings internal.scheme backend.internal rpc.internal koogallery.internal apigateway.internal
      verifier                      | root settings internal.storage crypto keys replay internal.settings internal.scheme backend.protocol backend.internal rpc koogallery offline internal.slices
      internal.lookup               | root settings verifier
      internal.protection           | root settings internal.log internal.request internal.runtime internal.runtime.quarkus internal.scheme internal.slices
      internal.enforcement          | root request settings internal.log internal.storage internal.request keys replay internal.diagnosis internal.entity internal.runtime internal.runtime.servlet internal.runtime.quarkus internal.scheme backend.protocol offline internal.slices verifier internal.lookup internal.protection
      filter.offline                | root internal.log internal.storage crypto keys offline verifier internal.lookup
      filter                        | root settings internal.log internal.storage internal.request internal.entity internal.runtime internal.scheme koogallery verifier internal.lookup internal.protection internal.enforcement filter.offline
      internal.proof                | root internal.log internal.storage internal.request internal.runtime internal.runtime.servlet internal.scheme verifier internal.lookup internal.protection internal.enforcement filter
      internal.proof.quarkus        | root offline filter
      client                        | root request internal.request internal.crypto crypto backend.protocol rpc.protocol rpc.crypto koogallery.protocol apigateway.protocol
      """;

  private static final Map<String, String> MAY_USE = mayUse();

  private static final Pattern IMPORT =
      Pattern.compile(
          "^import (?:static )?io\\.github\\.mgsjaxrs\\.((?:[a-z]\\w*\\.)*)", Pattern.MULTILINE);

  private static final String[] PURE = {
    ROOT + ".request", ROOT + ".internal.request", ROOT + "..protocol"
  };

  private static final String[] WITHOUT_RUNTIME = {
    ROOT + "..crypto", ROOT + ".keys", ROOT + "..diagnosis", ROOT + ".replay", ROOT + ".offline"
  };

  private static Map<String, String> mayUse() {
    return TABLE
        .lines()
        .map(line -> line.split("\\|", 2))
        .collect(
            Collectors.toMap(
                row -> row[0].strip(),
                row -> row[1].strip(),
                (one, other) -> {
                  throw new IllegalStateException("A package stands there twice: " + one);
                },
                LinkedHashMap::new));
  }

  private static String nameOf(JavaClass type) {
    return nameOf(type.getPackageName());
  }

  private static String nameOf(String packageName) {
    return packageName.equals(ROOT) ? "root" : packageName.substring(ROOT.length() + 1);
  }

  private static boolean isOfTheProject(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  @ArchTest
  static void allClassesAreLookedAt(JavaClasses classes) {
    assertThat(classes.size()).isGreaterThanOrEqualTo(300);
    assertThat(classes.stream().map(ArchitectureTest::nameOf).collect(Collectors.toSet()))
        .isEqualTo(MAY_USE.keySet());
  }

  @ArchTest
  static void eachPackageUsesWhatItsRowNamesAndNothingElse(JavaClasses classes) {
    List<String> order = List.copyOf(MAY_USE.keySet());
    Map<String, Set<String>> used = new LinkedHashMap<>();
    order.forEach(name -> used.put(name, new TreeSet<>(Comparator.comparing(order::indexOf))));
    for (JavaClass type : classes) {
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(ArchitectureTest::isOfTheProject)
          .map(ArchitectureTest::nameOf)
          .filter(name -> !name.equals(nameOf(type)))
          .forEach(used.get(nameOf(type))::add);
    }
    importsOfSources().forEach((name, others) -> used.get(name).addAll(others));
    StringBuilder table = new StringBuilder();
    used.forEach(
        (name, others) ->
            table
                .append("%-29s | %s".formatted(name, String.join(" ", others)).strip())
                .append('\n'));
    assertThat(table.toString()).isEqualTo(TABLE);
  }

  /** Constants leave no trace in classes, and neither does what Javadoc alone refers to. */
  private static Map<String, Set<String>> importsOfSources() {
    Path sources = Path.of("src/main/java").resolve(ROOT.replace('.', '/'));
    Map<String, Set<String>> imports = new TreeMap<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String folder = sources.relativize(file.getParent()).toString();
        String name = folder.isEmpty() ? "root" : folder.replace(File.separatorChar, '.');
        Matcher imported = IMPORT.matcher(Files.readString(file));
        while (imported.find()) {
          String other = imported.group(1);
          imports
              .computeIfAbsent(name, any -> new TreeSet<>())
              .add(other.isEmpty() ? "root" : other.substring(0, other.length() - 1));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    assertThat(imports).isNotEmpty();
    imports.forEach((name, others) -> others.remove(name));
    return imports;
  }

  /** So that no two packages use each other, in whatever way. */
  @ArchTest
  static void eachRowNamesRowsAboveItAlone(JavaClasses classes) {
    Set<String> above = new TreeSet<>(Set.of(""));
    MAY_USE.forEach(
        (name, others) -> {
          assertThat(above).as(name).containsAll(List.of(others.split(" ")));
          above.add(name);
        });
  }

  /** What applications compile against names nothing that is for the library alone. */
  @ArchTest
  static void noPublicSignatureNamesAnInternalType(JavaClasses classes) {
    List<String> named = new ArrayList<>();
    for (JavaClass type : classes) {
      if (isInternal(type) || !isSeen(type)) {
        continue;
      }
      Stream<JavaClass> bounds =
          Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
              .flatMap(bound -> bound.getAllInvolvedRawTypes().stream());
      note(type.getName(), bounds, named);
      type.getMembers().stream()
          .filter(member -> isSeen(member.getModifiers()))
          .forEach(member -> note(member.getFullName(), involved(member), named));
    }
    assertThat(named).isEmpty();
  }

  private static Stream<JavaClass> involved(JavaMember member) {
    if (member instanceof JavaField field) {
      return field.getType().getAllInvolvedRawTypes().stream();
    }
    JavaCodeUnit code = (JavaCodeUnit) member;
    Stream<JavaClass> taken =
        code.getParameterTypes().stream().flatMap(each -> each.getAllInvolvedRawTypes().stream());
    Stream<JavaClass> thrown = code.getExceptionTypes().stream();
    return Stream.of(code.getReturnType().getAllInvolvedRawTypes().stream(), taken, thrown)
        .flatMap(each -> each);
  }

  private static void note(String where, Stream<JavaClass> types, List<String> named) {
    types
        .map(JavaClass::getBaseComponentType)
        .filter(ArchitectureTest::isInternal)
        .map(type -> where + " names " + type.getName())
        .forEach(named::add);
  }

  private static boolean isInternal(JavaClass type) {
    return isOfTheProject(type) && ("." + nameOf(type) + ".").contains(".internal.");
  }

  /** With all that it stands in. */
  private static boolean isSeen(JavaClass type) {
    return isSeen(type.getModifiers())
        && type.getEnclosingClass().map(ArchitectureTest::isSeen).orElse(true);
  }

  private static boolean isSeen(Set<JavaModifier> modifiers) {
    return !modifiers.contains(JavaModifier.SYNTHETIC)
        && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
  }

  @ArchTest
  static final ArchRule noPackageIsInACircle =
      slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

  @ArchTest
  static void noPackageIsTooLarge(JavaClasses classes) {
    Map<String, Long> sizes =
        classes.stream()
            .filter(type -> !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(ArchitectureTest::nameOf, Collectors.counting()));
    assertThat(sizes).allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(35));
    assertThat(sizes.get("root")).isLessThanOrEqualTo(15);
  }

  @ArchTest
  static final ArchRule whatIsReadOfARequestKnowsNoRuntimeAndDoesNoIo =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("jakarta..", "java.nio.file..", "java.nio.channels..")
                  .or(resideInAPackage("java.net..").and(not(type(URLDecoder.class))))
                  .or(
                      resideInAPackage("java.io..")
                          .and(not(type(Serial.class)))
                          // a text with a large body in it writes itself to whoever hashes it
                          .and(not(type(OutputStream.class)))
                          .and(not(type(FilterOutputStream.class)))
                          .and(not(type(ByteArrayOutputStream.class)))
                          .and(not(type(IOException.class)))
                          .and(not(type(UncheckedIOException.class)))));

  @ArchTest
  static final ArchRule whatIsReadOfARequestReadsNoClock =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat(type(Clock.class))
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now");

  @ArchTest
  static final ArchRule whatKnowsNoRuntime =
      noClasses()
          .that()
          .resideInAnyPackage(WITHOUT_RUNTIME)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..");

  // Most applications have no JCache on their class path; the index leaves these classes out.
  @ArchTest
  static final ArchRule onlyClassesOfThatNameUseJCache =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".replay")
          .or()
          .haveNameNotMatching(".*\\.JCache[^.]*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javax.cache..");

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
