package io.github.mgsjaxrs.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What operators read of the settings is what the code knows of them. */
class SettingsInReadmeTest {

  private static final String HEADING = "| Property | Default | Meaning |\n|---|---|---|\n";

  @Test
  void hasARowForEachSettingWithItsDefaultAndItsSentence() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    int start = readme.indexOf(HEADING) + HEADING.length();
    List<String> rows = readme.substring(start, readme.indexOf("\n\n", start)).lines().toList();

    assertThat(MgsConfiguration.settings().stream().map(SettingsInReadmeTest::row))
        .containsExactlyElementsOf(rows);
  }

  private static String row(Setting setting) {
    String otherwise = setting.otherwise() == null ? "–" : setting.otherwise();
    String shipped =
        setting.defaultValue() == null ? otherwise : "`" + setting.defaultValue() + "`";
    return "| `" + setting.name() + "` | " + shipped + " | " + setting.description() + " |";
  }
}
