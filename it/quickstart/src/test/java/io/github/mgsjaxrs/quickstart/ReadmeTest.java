package io.github.mgsjaxrs.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.verifier.MgsConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README says of settings and verdicts is what the code knows. */
class ReadmeTest {

  private static final Pattern NAME = Pattern.compile("`(mgs\\.[^`]+)`");

  @Test
  void listsEverySettingAndNoOther() throws IOException {
    Set<String> listed = new TreeSet<>();
    rows("Property").lines().forEach(row -> addNames(row.split("\\|")[1], listed));

    assertThat(listed).isEqualTo(MgsConfiguration.names());
  }

  @Test
  void listsEveryRejectionWithItsStatusAndCode() throws IOException {
    String table = rows("Case");

    for (Rejection rejection : Rejection.values()) {
      String code = rejection.code().isPresent() ? "" + rejection.code().getAsInt() : "–";
      assertThat(table)
          .containsPattern(
              "\\| " + code + " \\| " + rejection.status() + " \\|.*`" + rejection.slug() + "`");
    }
  }

  private static void addNames(String cell, Set<String> names) {
    Matcher name = NAME.matcher(cell);
    while (name.find()) {
      names.add(name.group(1));
    }
  }

  /** The rows of the table whose first column has that heading. */
  private static String rows(String heading) throws IOException {
    String readme = Files.readString(Path.of("..", "..", "README.md"));
    int start = readme.indexOf("\n| " + heading + " |");
    assertThat(start).as("the table '" + heading + "'").isPositive();
    return readme.substring(start + 1, readme.indexOf("\n\n", start));
  }
}
