package io.github.mgsjaxrs.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SentHeadersTest {

  private static final SchemeHeaders LISTING =
      new SchemeHeaders(List.of("Sig", "Key", "List"), "List").inLowerCase();

  private final Map<String, List<String>> sent = new HashMap<>();
  private final List<String> asked = new ArrayList<>();

  private SentHeaders read(SchemeHeaders... schemes) {
    return SentHeaders.of(
        List.of(schemes),
        name -> {
          asked.add(name);
          return sent.getOrDefault(name, List.of());
        });
  }

  @Test
  void looksOnceForASchemeWhoseSignatureIsNotThere() {
    sent.put("key", List.of("k"));
    sent.put("list", List.of("a"));
    SentHeaders headers = read(LISTING);
    assertThat(asked).containsExactly("sig");
    assertThat(headers.of("Key")).isEmpty();
    assertThat(headers.listed("a")).isEmpty();
  }

  @Test
  void remembersWhatIsListedAsItWasSent() {
    sent.put("sig", List.of("s"));
    sent.put("list", List.of("X-A,x-b,X-A, ,a b,X-C"));
    sent.put("x-a", List.of("1", "2"));
    sent.put("x-b", List.of("3"));
    SentHeaders headers = read(LISTING);
    sent.clear();
    assertThat(headers.listed("x-A")).containsExactly("1", "2");
    assertThat(headers.listed("X-B")).containsExactly("3");
    assertThat(headers.listed("X-C")).isEmpty();
    assertThat(headers.of("X-A")).as("of another scheme").isEmpty();
    assertThat(asked).as("no name that is none").doesNotContain(" ", "a b");
  }

  @Test
  void readsNoListThatWasSentTwice() {
    sent.put("sig", List.of("s"));
    sent.put("list", List.of("x-a", "x-a"));
    sent.put("x-a", List.of("1"));
    assertThat(read(LISTING).listed("x-a")).isEmpty();
  }

  @Test
  void looksForABoundedNumberOfListedNames() {
    sent.put("sig", List.of("s"));
    String list = IntStream.range(0, 5000).mapToObj(i -> "h" + i).collect(Collectors.joining(","));
    sent.put("list", List.of(list));
    read(LISTING);
    assertThat(asked).hasSize(3 + SentHeaders.MOST_LISTED);
  }

  /** Trailers behind a body may have been added to them. */
  @Test
  void tellsWhichOfTheListedHeadersHasChangedSince() {
    sent.put("sig", List.of("s"));
    sent.put("list", List.of("X-A,X-B"));
    sent.put("x-a", List.of("1"));
    sent.put("x-c", List.of("1"));
    SentHeaders headers = read(LISTING);
    sent.put("x-c", List.of("2"));
    assertThat(headers.changedOfListed(name -> sent.getOrDefault(name, List.of()))).isNull();
    sent.put("x-b", List.of("2"));
    assertThat(headers.changedOfListed(name -> sent.getOrDefault(name, List.of())))
        .isEqualTo("x-b");
    sent.remove("x-a");
    assertThat(headers.changedOfListed(name -> sent.getOrDefault(name, List.of())))
        .isEqualTo("x-a");
  }
}
