package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.backend.internal.BackendScheme;
import io.github.mgsjaxrs.backend.protocol.BodyTreatment;
import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.FormParameters;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.request.HeaderParameters;
import io.github.mgsjaxrs.internal.request.PathViews;
import io.github.mgsjaxrs.internal.request.QueryNames;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import io.github.mgsjaxrs.internal.scheme.SignatureHeaders;
import io.github.mgsjaxrs.internal.url.UrlRequest;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.testing.LocalJersey;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of headers, paths, queries and forms before and beside the string to sign. */
class RequestPartsTest {

  private static final EntityStorage STORAGE = new EntityStorage(Limits.defaults(), null);

  private static RequestSnapshot request(
      List<String> signatures, List<String> keyIds, List<String> types, List<String> lengths) {
    return new RequestSnapshot(
        "POST",
        new RequestLine("/", null, false),
        LocalJersey.sent(signatures, keyIds),
        types,
        lengths,
        false,
        false);
  }

  private static SignatureHeaders headers(RequestSnapshot request, int limit)
      throws RefusalException {
    return SignatureHeaders.of(
        request, BackendScheme.SIGNATURE_HEADER, BackendScheme.KEY_HEADER, limit);
  }

  private static void refused(Rejection rejection, RequestSnapshot request, int limit) {
    assertThatExceptionOfType(RefusalException.class)
        .isThrownBy(() -> headers(request, limit))
        .satisfies(refusal -> assertThat(refusal.rejected().rejection()).isEqualTo(rejection));
  }

  @Test
  void needsEachHeaderOnceAndWithinTheLimit() throws Exception {
    List<String> one = List.of("12345");
    List<String> two = List.of("1", "2");
    List<String> none = List.of();
    List<String> json = List.of("application/json");
    assertThat(headers(request(one, List.of("key"), json, none), 5))
        .isEqualTo(new SignatureHeaders("12345", "key"));
    refused(Rejection.HEADER_TOO_LONG, request(one, List.of("key"), json, none), 4);
    refused(Rejection.HEADER_TOO_LONG, request(List.of("1"), one, json, none), 4);
    refused(Rejection.HEADER_REPEATED, request(two, one, json, none), 9);
    refused(Rejection.HEADER_REPEATED, request(one, two, json, none), 9);
    refused(Rejection.HEADER_REPEATED, request(one, one, two, none), 9);
    refused(Rejection.SIGNATURE_MISSING, request(List.of("", " "), two, two, none), 9);
    refused(Rejection.KEY_ID_MISSING, request(two, none, two, none), 9);
    refused(Rejection.HEADER_REPEATED, request(List.of("", "1"), one, json, none), 9);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "' 7 ', 7",
    "007, 7",
    "1234567890, 1234567890",
    "999999999999999999, 999999999999999999"
  })
  void readsTheAnnouncedLength(String header, long length) {
    assertThat(request(List.of(), List.of(), List.of(), List.of(header)).announcedLength())
        .isEqualTo(length);
  }

  @Test
  void knowsNoLengthWhereNoneOrNoNumberIsAnnounced() {
    List<String> none = List.of();
    assertThat(request(none, none, none, none).announcedLength()).isEqualTo(-1);
    for (String wrong : List.of("", "1000000000000000000", "12a", "/", ":", "-1", "1 2")) {
      assertThat(request(none, none, none, List.of(wrong)).announcedLength()).as(wrong).isNull();
    }
    assertThat(request(none, none, none, List.of("1", "2")).announcedLength()).isNull();
    assertThat(request(none, none, none, List.of("12", " 12")).announcedLength()).isEqualTo(12);
  }

  @Test
  void tellsHowTheBodyIsSigned() {
    List<String> none = List.of();
    RequestSnapshot form = request(none, none, List.of(LocalJersey.FORM), none);
    assertThat(UrlRequest.treatment(form)).isEqualTo(BodyTreatment.FORM);
    assertThat(form.contentType().isForm()).isTrue();
    assertThat(UrlRequest.treatment(request(none, none, none, none)))
        .isEqualTo(BodyTreatment.HASHED);
    assertThat(request(none, none, none, none).contentType().isForm()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b, /a/b",
    "/, /",
    "/a/, /a",
    "'', ''",
    "/a//b, /a//b|/a/b",
    "/a/./b, /a/./b|/a/b",
    "/a/../b, /a/../b|/b",
    "/../b, /../b|/b",
    "/a;x=1/b, /a;x=1/b|/a/b",
    "/a;x=1, /a;x=1|/a",
    "/%61, /%61|/a",
    "/a%2fb, /a%2fb|/a/b",
    "/a%3Bx/b, /a%3Bx/b|/a;x/b|/a/b",
    "/%4, /%4",
    "/%zz, /%zz",
    "/%4g, /%4g",
    "/%25%, /%25%|/%%",
    "/a%09b, /a%09b|/a\tb",
    "/%E4%BD%A0, /%E4%BD%A0|/\u4f60",
    "/\u4f60%41, /\u4f60%41|/\u4f60A",
    "/.a, /.a",
    "%61, %61|/%61|a|/a",
    ";x=1/a, ;x=1/a|/a"
  })
  void seesEveryWayToReadAPath(String raw, String views) {
    assertThat(PathViews.of(raw)).containsExactlyInAnyOrder(views.split("\\|", -1));
  }

  @Test
  void seesPathsThatRuntimesCutOrDoNotResolve() {
    assertThat(PathViews.of("/;/sec/..")).contains("/sec/..", "/");
    assertThat(PathViews.of("/%3B/sec/%2e%2e;/one")).contains("/sec/../one");
    assertThat(PathViews.of("/exact/;/z")).contains("/exact", "/exact/z");
    assertThat(PathViews.of("//exact/%3b/z")).contains("/exact");
    assertThat(PathViews.of("/a" + "/;".repeat(9))).contains("?");
    assertThat(PathViews.of("/a" + "/;".repeat(8))).doesNotContain("?");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, , false, false, true",
    "POST, , false, false, false",
    "POST, , false, true, true",
    "POST, 0, false, false, true",
    "POST, 1, false, true, false",
    "GET, , true, true, false",
    "POST, 0, true, true, false"
  })
  void tellWhetherThereCanBeAnEntity(
      String method, String length, boolean chunked, boolean tellsProtocol, boolean none) {
    RequestSnapshot request =
        new RequestSnapshot(
            method,
            new RequestLine("/p", null, false),
            LocalJersey.sent(List.of(), List.of()),
            List.of(),
            length == null ? List.of() : List.of(length),
            chunked,
            false);
    assertThat(request.hasNoEntity(tellsProtocol)).isEqualTo(none);
  }

  @Test
  void listsTheNamesOfAQueryAsAContainerDoes() {
    assertThat(QueryNames.of(null)).isEmpty();
    assertThat(QueryNames.of("a=1&b&%63=3&d+e=&%zz=1&=f"))
        .containsExactlyInAnyOrder("a", "b", "c", "d e", "%zz", "");
  }

  private static @Nullable Map<String, List<String>> fields(String form, Charset charset, int most)
      throws Exception {
    byte[] bytes = form.getBytes(ISO_8859_1);
    try (EntityBuffer buffer = new EntityBuffer(STORAGE, bytes.length, null)) {
      buffer.append(bytes, 0, bytes.length);
      try (ReplayableEntity entity = buffer.finish()) {
        return FormParameters.of(entity, charset, Limits.defaults().withParameters(most));
      }
    }
  }

  @Test
  void listsTheFieldsOfAForm() throws Exception {
    assertThat(fields("", UTF_8, 0)).isEmpty();
    assertThat(fields("&a=1&&b&a=2+3&c==&=d&%zz=%4", UTF_8, 0))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "a", List.of("1", "2 3"),
                "b", List.of(""),
                "c", List.of("="),
                "", List.of("d"),
                "%zz", List.of("%4")));
    assertThat(fields("bare", UTF_8, 0)).isEqualTo(Map.of("bare", List.of("")));
    assertThat(fields("%D5%C5=\u00d5\u00c5", Charset.forName("GBK"), 0))
        .isEqualTo(Map.of("\u5f20", List.of("\u5f20")));
  }

  @Test
  void listsNoFieldsWhereThereAreMoreThanAnybodyExpects() throws Exception {
    assertThat(Objects.requireNonNull(fields("a&".repeat(10_000), UTF_8, 5)).get("a"))
        .hasSize(10_000);
    assertThat(fields("a&".repeat(10_001), UTF_8, 5)).isNull();
    assertThat(fields("a&".repeat(10_001), UTF_8, 10_001)).isNotNull();
    assertThat(FormParameters.most(Limits.defaults().withParameters(10_002))).isEqualTo(10_002);
    assertThat(FormParameters.count("".getBytes(UTF_8))).isEqualTo(1);
    assertThat(FormParameters.count("ab&c&&def".getBytes(UTF_8))).isEqualTo(4);
  }

  @Test
  void putsTheValuesOfTheQueryInFront() {
    Map<String, String[]> query = new LinkedHashMap<>();
    query.put("a", new String[] {"1", "2"});
    query.put("b", new String[] {"3"});
    Map<String, String[]> merged =
        FormParameters.merged(query, Map.of("a", List.of("4"), "c", List.of("5")));
    assertThat(merged).containsOnlyKeys("a", "b", "c");
    assertThat(merged.get("a")).containsExactly("1", "2", "4");
    assertThat(merged.get("b")).containsExactly("3");
    assertThat(merged.get("c")).containsExactly("5");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "form-data; name=a, a",
        "form-data;name = a ; x=y, a",
        "form-data; NAME=\"a;b\"; x=y, a;b",
        "form-data; name=  \"a\" x; name=b, a",
        "form-data; name=\"a, a",
        "form-data; name=\"a\\, a\\",
        "form-data; name=\"\\\"\\\\\\x\", \"\\\\x",
        "form-data; name; name=c, c",
        "form-data; name=, ``",
        "form-data; name=  , ``",
        "name=no; name=yes, yes"
      })
  void readsTheParametersOfAHeader(String header, String name) {
    assertThat(HeaderParameters.of(header).get("name")).isEqualTo(name);
  }

  @Test
  void findsNoParameterWhereThereIsNone() {
    assertThat(HeaderParameters.of(null).get("name")).isNull();
    assertThat(HeaderParameters.of("name=a").get("name")).isNull();
    assertThat(HeaderParameters.of("x; name").get("name")).isNull();
    assertThat(HeaderParameters.of("x;").get("")).isNull();
  }

  @Test
  void asksForAKeyInEverySet() throws Exception {
    Requirement both =
        Requirement.ofKeys(Scheme.BACKEND, Set.of("a", "b"), Coverage.BODY)
            .and(Requirement.ofKeys(Scheme.BACKEND, Set.of("b", "c"), Coverage.AS_CONFIGURED));
    assertThat(both.admitted()).containsExactly(Set.of("a", "b"), Set.of("b", "c"));
    assertThat(both.coverage()).isEqualTo(Coverage.BODY);
    both.requireAdmitted("b");
    for (String other : List.of("a", "c", "d")) {
      assertThatExceptionOfType(RefusalException.class)
          .isThrownBy(() -> both.requireAdmitted(other));
    }
    assertThatNoException().isThrownBy(() -> Requirement.ANY_KEY.requireAdmitted("any"));
    assertThat(Requirement.ofKeys(Scheme.BACKEND, Set.of(), Coverage.STRICT).admitted()).isEmpty();
  }
}
