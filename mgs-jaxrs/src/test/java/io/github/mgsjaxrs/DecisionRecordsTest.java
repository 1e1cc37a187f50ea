package io.github.mgsjaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The records of decisions are whole, in their list, and name nothing that is gone. */
class DecisionRecordsTest {

  private static final Path FOLDER = Path.of("docs", "decisions");
  private static final Path PROJECT = Path.of("..");
  private static final String INDEX = "README.md";
  private static final int MOST_LINES = 45;

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /**
   * A capital first and a small letter somewhere; of a name with dots, the first part. Not a part
   * of a header's or a file's name.
   */
  private static final Pattern CLASS =
      Pattern.compile("(?<![\\w./-])@?([A-Z]\\w*[a-z]\\w*)(?![\\w/-])");

  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

  /** What Javadoc has as an example begins with an asterisk, and is no declaration. */
  private static final Pattern DECLARATION =
      Pattern.compile(
          "^ *(?:[a-z-]+ )*(?:class|interface|enum|record|@interface) (\\w+)", Pattern.MULTILINE);

  /** What the records name of the JDK, of Jakarta EE, of runtimes and of headers. */
  private static final Set<String> FOREIGN =
      Set.of(
          "Arrays",
          "Blocking",
          "ExceptionMapper",
          "FormParam",
          "Host",
          "Integer",
          "MessageDigest",
          "Path",
          "Security",
          "ServletContainerInitializer",
          "StreamingOutput",
          "SunRsaSign",
          "Tips",
          "UriInfo");

  private final Map<String, String> pages = new TreeMap<>();
  private final Map<String, String> records = new TreeMap<>();

  DecisionRecordsTest() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        pages.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    records.putAll(pages);
    records.remove(INDEX);
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }

  private static Set<String> classesIn(String text) {
    return found(CODE, text)
        .flatMap(code -> found(CLASS, code))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void eachHasItsFourPartsOnOnePage() {
    assertThat(records).hasSizeGreaterThan(20);
    SoftAssertions.assertSoftly(
        softly ->
            records.forEach(
                (name, text) -> {
                  List<String> lines = text.lines().toList();
                  softly
                      .assertThat(lines.get(0))
                      .as(name)
                      .startsWith("# " + Integer.parseInt(name.substring(0, 4)) + ". ");
                  softly
                      .assertThat(lines.stream().filter(line -> line.startsWith("## ")))
                      .as(name)
                      .containsExactly(
                          "## Context", "## Decision", "## Consequences", "## What was measured");
                  softly.assertThat(text.split("(?m)^## .*$")).as(name).noneMatch(String::isBlank);
                  softly.assertThat(lines.size()).as(name).isLessThanOrEqualTo(MOST_LINES);
                }));
  }

  @Test
  void eachHasANumberOfItsOwnAndStandsInTheListOnce() {
    List<Integer> numbers =
        records.keySet().stream().map(name -> Integer.parseInt(name.substring(0, 4))).toList();
    assertThat(numbers).startsWith(1).doesNotHaveDuplicates().endsWith(numbers.size());
    Stream<String> list =
        pages.getOrDefault(INDEX, "").lines().filter(line -> line.startsWith("- "));
    assertThat(list.flatMap(line -> found(LINK, line)))
        .containsExactlyInAnyOrderElementsOf(records.keySet());
  }

  @Test
  void leadsToNothingThatIsNotThere() {
    Set<String> dead = new TreeSet<>();
    pages.forEach(
        (name, text) ->
            found(LINK, text)
                .filter(link -> !Files.exists(FOLDER.resolve(link)))
                .forEach(link -> dead.add(name + ": " + link)));
    assertThat(dead).isEmpty();
  }

  @Test
  void namesNoClassThatIsGone() throws IOException {
    Set<String> declared = declared();
    assertThat(declared).contains("DecisionRecordsTest", "MgsSigned", "Finding");
    Set<String> gone = new TreeSet<>();
    Set<String> named = new TreeSet<>();
    pages.forEach(
        (page, text) ->
            classesIn(text).stream()
                .peek(named::add)
                .filter(name -> !declared.contains(name) && !FOREIGN.contains(name))
                .forEach(name -> gone.add(page + ": " + name)));
    assertThat(gone).as("renamed or removed: correct the record").isEmpty();
    assertThat(named).hasSizeGreaterThan(100).containsAll(FOREIGN);
  }

  @Test
  void takesForAClassWhatLooksLikeOne() {
    assertThat(
            classesIn(
                "Not `mgs.keys`, `Content-Type`, `README.md`, `BOTH`, `Host/x` or Plain, but"
                    + " `@MgsSigned(keys)`, `MgsFeature.providers()` and `new Marks.Finding`."))
        .containsExactly("Marks", "MgsFeature", "MgsSigned");
  }

  private static Set<String> declared() throws IOException {
    Set<String> declared = new TreeSet<>();
    Files.walkFileTree(
        PROJECT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes any) {
            String name = folder.getFileName().toString();
            boolean hidden = name.startsWith(".") && !folder.equals(PROJECT);
            return hidden || name.equals("target")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes any) throws IOException {
            if (file.toString().endsWith(".java")) {
              found(DECLARATION, Files.readString(file)).forEach(declared::add);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return declared;
  }
}
