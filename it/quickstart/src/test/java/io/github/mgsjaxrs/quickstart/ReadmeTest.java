package io.github.mgsjaxrs.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README says of verdicts is what the code knows. */
class ReadmeTest {

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

  /** The rows of the table whose first column has that heading. */
  private static String rows(String heading) throws IOException {
    String readme = Files.readString(Path.of("..", "..", "README.md"));
    int start = readme.indexOf("\n| " + heading + " |");
    assertThat(start).as("the table '" + heading + "'").isPositive();
    return readme.substring(start + 1, readme.indexOf("\n\n", start));
  }
}
