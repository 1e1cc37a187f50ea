package io.github.mgsjaxrs.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.internal.settings.SettingGroup;
import io.github.mgsjaxrs.internal.settings.SettingTable;
import io.github.mgsjaxrs.settings.Setting;
import io.github.mgsjaxrs.settings.SettingSource;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every setting, whatever it is for. */
class AllSettingsTest {

  private static final Map<String, String> A_KEY =
      Map.of("mgs.keys.\"any\".algorithm", "MD5", "mgs.keys.\"any\".salt", "any");

  private static MgsVerifierBuilder builder(Map<String, String> more) {
    Map<String, String> settings = new TreeMap<>(A_KEY);
    settings.putAll(more);
    return read(settings);
  }

  private static MgsVerifierBuilder read(Map<String, String> settings) {
    return MgsConfiguration.builder(
        new SettingSource() {
          @Override
          public Set<String> names() {
            return settings.keySet();
          }

          @Override
          public String value(String name) {
            return settings.get(name);
          }
        });
  }

  private static MgsSettings settings(Map<String, String> more) {
    try (MgsVerifier verifier = builder(more).build()) {
      return verifier.settings();
    }
  }

  /** The operator's own words in the places for them. */
  private static String name(Setting setting) {
    return setting.name().replace("<id>", "any").replace("<pattern>", "/any");
  }

  private static Stream<Setting> all() {
    return MgsConfiguration.settings().stream();
  }

  /** All but the type of a key store, which counts only where there is one. */
  static Stream<Setting> withDefault() {
    return all()
        .filter(setting -> setting.defaultValue() != null)
        .filter(setting -> !setting.name().equals("mgs.keystore.type"));
  }

  @ParameterizedTest
  @MethodSource("withDefault")
  void changesNothingWhereItsDefaultIsWrittenOut(Setting setting) {
    // a setting of a pattern protects it
    Map<String, String> beside =
        setting.name().contains("<pattern>") ? Map.of("mgs.protect", "/any") : Map.of();
    Map<String, String> written = new TreeMap<>(beside);
    written.put(name(setting), String.valueOf(setting.defaultValue()));
    assertThat(settings(written)).isEqualTo(settings(beside));
  }

  static Stream<Setting> withWords() {
    return all().filter(setting -> !setting.words().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("withWords")
  void takesEachOfItsWordsAndNoOther(Setting setting) {
    for (String word : setting.words()) {
      // a salt stands beside the algorithm, which those of public keys do not go with
      boolean otherKey =
          setting.name().endsWith(".algorithm") && !SignatureAlgorithm.of(word).salted();
      if (!otherKey) {
        assertThatCode(() -> builder(Map.of(name(setting), word)))
            .as(word)
            .doesNotThrowAnyException();
      }
    }
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> builder(Map.of(name(setting), "nonsense")))
        .withMessageContaining("'nonsense'")
        .withMessageContaining("one of " + String.join(", ", setting.words()) + " is needed");
  }

  static Stream<Setting> withRange() {
    return all().filter(setting -> setting.range() != null);
  }

  @ParameterizedTest
  @MethodSource("withRange")
  void takesBothEndsOfItsRange(Setting setting) {
    for (String end : values(setting)) {
      assertThatCode(() -> builder(Map.of(name(setting), end))).as(end).doesNotThrowAnyException();
    }
  }

  @Test
  void takesTheElementsOfEachListOneByOne() {
    assertThat(all().filter(Setting::list)).hasSizeGreaterThan(5);
    all()
        .filter(Setting::list)
        .forEach(
            list -> {
              // of the last element alone: the one before it is missing, which only a list can have
              assertThatExceptionOfType(MgsConfigurationException.class)
                  .isThrownBy(() -> builder(Map.of(name(list) + "[1]", "x")))
                  .withMessageContaining(name(list) + "[0]");
            });
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> builder(Map.of("mgs.limits.body[0]", "1")))
        .withMessageContaining("mgs.limits.body[0] is no setting");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mgs.keystore.password", "mgs.keys.\"<id>\".salt", "mgs.keys.\"<id>\".secret"})
  void knowsItsSecrets(String name) {
    assertThat(all().filter(Setting::secret).map(Setting::name)).hasSize(3).contains(name);
  }

  /** Values of each form that has neither words nor a range; most settings refuse most of them. */
  private static final List<String> SAMPLES =
      List.of(
          "x",
          "/x",
          "application/x",
          "GBK",
          System.getProperty("java.io.tmpdir"),
          "{ts}|{operation-type}|{request-data}",
          "{text}{secret}");

  // a record's component that no declaration sets would be a setting that was forgotten
  @Test
  void changesEachPartOfWhatAVerifierIsBuiltWith() {
    Map<String, Object> shipped = parts("", builtWith(Map.of()));
    Set<String> changed = new TreeSet<>();
    all()
        .forEach(
            setting -> {
              for (String value : values(setting)) {
                // the one setting that counts only beside another
                Map<String, String> written = new TreeMap<>(Map.of("mgs.protect", "/any"));
                written.put(name(setting), value);
                try {
                  parts("", builtWith(written))
                      .forEach(
                          (part, found) -> {
                            if (!found.equals(shipped.get(part))) {
                              changed.add(part);
                            }
                          });
                } catch (MgsConfigurationException refused) {
                  // another sample is the right one
                }
              }
            });

    assertThat(changed).hasSizeGreaterThan(50);
    assertThat(shipped.keySet())
        .filteredOn(part -> !changed.contains(part))
        .containsExactlyInAnyOrder(
            ".schemes.RPC.clock",
            ".schemes.KOOGALLERY.clock",
            // API Gateway documents what an empty body is
            ".schemes.API_GATEWAY.canonicalization.emptyBody");
  }

  private static List<String> values(Setting setting) {
    List<String> values = new ArrayList<>(setting.words());
    if (setting.range() != null) {
      values.addAll(List.of(setting.range().replace(" or more", "").split(" to ")));
    }
    return values.isEmpty() ? SAMPLES : values;
  }

  private static MgsSettings builtWith(Map<String, String> settings) {
    MgsVerifierBuilder builder =
        read(settings).keys(any -> Optional.empty()).replayGuards((found, windows) -> null);
    try (MgsVerifier verifier = builder.build()) {
      return verifier.settings();
    }
  }

  /** The components of a record, and of the records in it, by their names. */
  private static Map<String, Object> parts(String name, Object value) {
    Map<String, Object> parts = new TreeMap<>();
    if (value instanceof Map<?, ?> byScheme && name.equals(".schemes")) {
      byScheme.forEach((scheme, settings) -> parts.putAll(parts(name + "." + scheme, settings)));
      return parts;
    }
    if (!(value instanceof Record)) {
      return Map.of(name, String.valueOf(value));
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      try {
        Object found = component.getAccessor().invoke(value);
        parts.putAll(parts(name + "." + component.getName(), found == null ? "null" : found));
      } catch (ReflectiveOperationException impossible) {
        throw new AssertionError(impossible);
      }
    }
    return parts;
  }

  // a table that nobody gathers would be one whose settings are refused as unknown
  @Test
  void gathersEachTableThatIsDeclared() {
    List<String> declared = new ArrayList<>();
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.mgsjaxrs")
            .stream()
            .flatMap(type -> type.getFields().stream())
            .filter(
                field ->
                    field.getRawType().isEquivalentTo(SettingTable.class)
                        || field.getRawType().isEquivalentTo(SettingGroup.class))
            .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
            .forEach(field -> declared.addAll(names(field)));

    assertThat(declared).hasSizeGreaterThan(70);
    assertThat(MgsConfiguration.names()).containsAll(declared);
    assertThat(all().map(Setting::name)).doesNotHaveDuplicates();
  }

  private static List<String> names(JavaField field) {
    try {
      Field found = field.reflect();
      found.setAccessible(true);
      List<Setting> settings =
          found.get(null) instanceof SettingTable<?> table
              ? table.settings()
              : ((SettingGroup<?>) found.get(null)).settings();
      return settings.stream().map(Setting::name).toList();
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
