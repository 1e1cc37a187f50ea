package io.github.mgsjaxrs.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.settings.Setting;
import io.github.mgsjaxrs.settings.SettingSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of nobody's, declared here. */
class SettingTableTest {

  /** What is read, line by line. */
  private static final class Taken {
    private final List<String> lines = new ArrayList<>();

    private Taken take(String name, Object value) {
      lines.add(name + "=" + value);
      return this;
    }
  }

  private static Taken refused(Taken before, Object value) {
    throw new IllegalArgumentException("nobody wants it");
  }

  private static final SettingTable<Taken> PART =
      SettingTable.of("mgs.part", Taken::new)
          .with("one", Form.TEXT, SettingDefault.NONE, (t, v) -> t.take("one", v), "-")
          .with("other", Form.TEXT, SettingDefault.NONE, SettingTableTest::refused, "-");

  private static final SettingGroup<Taken> GROUP =
      SettingGroup.of("mgs.each.", "<name>", name -> new Taken().take("name", name))
          .with("salt", Form.SECRET, SettingDefault.NONE, (t, v) -> t.take("salt", v), "-")
          .with("wrong", Form.PUBLIC_KEY, SettingDefault.NONE, SettingTableTest::refused, "-")
          .withList("ids", Form.TEXT, SettingDefault.NONE, (t, v) -> t.take("ids", v), "-");

  private static final SettingTable<Taken> TABLE =
      SettingTable.of("mgs", Taken::new)
          .with(
              "size",
              Quantity.fewBytes(1024, 1 << 30),
              taken -> 3 << 20,
              (t, v) -> t.take("size", v),
              "how `large`")
          .with(
              "time",
              Quantity.duration(Duration.ofSeconds(1), Duration.ofHours(1)),
              SettingDefault.otherwise("as long as it takes"),
              (t, v) -> t.take("time", v),
              "-")
          .with("secret", Form.SECRET, SettingDefault.NONE, SettingTableTest::refused, "-")
          .with("exact", Form.EXACT_TEXT, SettingDefault.NONE, (t, v) -> t.take("exact", v), "-")
          .withList(
              "list",
              Form.words(Map.of("a", 1, "b", 2)),
              SettingDefault.value("a"),
              (t, v) -> t.take("list", v),
              "-")
          .with(PART, (t, part) -> t.take("part", part.lines))
          .with(GROUP, t -> List.of("named"), (t, one) -> t.take("each", one.lines));

  private static Taken read(SettingFaults faults, String... namesAndValues) {
    Map<String, String> settings = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    SettingReader reader =
        new SettingReader(
            new SettingSource() {
              @Override
              public Set<String> names() {
                return settings.keySet();
              }

              @Override
              public String value(String name) {
                return settings.get(name);
              }
            },
            new SettingNames(TABLE),
            faults);
    Taken taken = TABLE.read(reader);
    reader.refuseUnknownNames();
    return taken;
  }

  private static List<String> taken(String... namesAndValues) {
    SettingFaults faults = new SettingFaults();
    Taken taken = read(faults, namesAndValues);
    faults.throwIfAny();
    return taken.lines;
  }

  private static String fault(String... namesAndValues) {
    return catchThrowableOfType(MgsConfigurationException.class, () -> taken(namesAndValues))
        .getMessage();
  }

  @Test
  void passesEachValueOnInTheOrderOfTheDeclarations() {
    assertThat(
            taken(
                "mgs.list", "b, a",
                "mgs.exact", " x ",
                "mgs.size", " 2 KiB ",
                "mgs.part.one", " 1 ",
                "mgs.each.\"a.b\".salt", " s "))
        .containsExactly(
            "size=2048",
            "exact= x ",
            "list=[2, 1]",
            "part=[one=1]",
            "each=[name=a.b, salt= s ]",
            "each=[name=named]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1500 MiB | mgs.size is '1500 MiB': a size of 1 KiB to 1 GiB is needed
          1023     | mgs.size is '1023': a size of 1 KiB to 1 GiB is needed
          4 GiB    | mgs.size is '4 GiB': a size of 1 KiB to 1 GiB is needed
          """)
  void showsAValueAsTheOperatorWroteIt(String written, String message) {
    assertThat(fault("mgs.size", written)).isEqualTo(message);
  }

  @Test
  void showsNoSecretThatIsRefused() {
    assertThat(fault("mgs.secret", "s3cret")).isEqualTo("mgs.secret: nobody wants it");
    assertThat(fault("mgs.each.x.wrong", "s3cret")).isEqualTo("mgs.each.x.wrong: nobody wants it");
  }

  @Test
  void namesTheElementOfAListThatIsRefused() {
    assertThat(fault("mgs.list", "a,c")).isEqualTo("mgs.list has 'c': one of a, b is needed");
    assertThat(fault("mgs.list[0]", "d")).isEqualTo("mgs.list has 'd': one of a, b is needed");
  }

  @Test
  void passesNoPartOnOfWhichAnySettingIsRefused() {
    SettingFaults faults = new SettingFaults();
    assertThat(
            read(
                    faults,
                    "mgs.part.one",
                    "1",
                    "mgs.part.other",
                    "2",
                    "mgs.each.x.salt",
                    "s",
                    "mgs.each.x.wrong",
                    "w")
                .lines)
        .containsExactly("each=[name=named]");
    assertThat(faults.count()).isEqualTo(2);
  }

  @Test
  void letsWhoTakesAListDecideWhetherASubjectMayHaveAnEmptyOne() {
    assertThat(taken("mgs.each.x.ids", ","))
        .containsExactly("part=[]", "each=[name=named]", "each=[name=x, ids=[]]");
  }

  @Test
  void tellsEverythingOfASetting() {
    List<Setting> settings = TABLE.settings();
    assertThat(settings.get(0))
        .isEqualTo(
            new Setting(
                "mgs.size",
                "bytes",
                List.of(),
                "1 KiB to 1 GiB",
                false,
                false,
                "3 MiB",
                null,
                "how `large`"));
    assertThat(settings.get(1).otherwise()).isEqualTo("as long as it takes");
    assertThat(settings.get(1).range()).isEqualTo("PT1S to PT1H");
    assertThat(settings.get(4).words()).containsExactly("a", "b");
    assertThat(settings.get(4).list()).isTrue();
    assertThat(settings)
        .filteredOn(Setting::secret)
        .extracting(Setting::name)
        .containsExactly("mgs.secret", "mgs.each.\"<name>\".salt");
  }

  @ParameterizedTest
  @CsvSource({
    "mgs.sice, mgs.size",
    "mgs.size[0], mgs.size",
    "mgs.each.x.sallt, mgs.each.x.salt",
    "mgs.each.a.b.ids, mgs.each.\"a.b\".ids"
  })
  void namesTheNearestOfWhatIsDeclared(String unknown, String nearest) {
    assertThat(fault(unknown, "x"))
        .startsWith(unknown + " is no setting: the nearest is " + nearest);
  }
}
