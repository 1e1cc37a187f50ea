package io.github.mgsjaxrs.conformance.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.dispatch.application.DispatchingApplication;
import io.github.mgsjaxrs.conformance.dispatch.application.DispatchingFilter;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Requests that the application itself sends on to the path that they were sent to, with parameters
 * of its own or without, in one step or in two.
 */
@Tag("dispatch")
public abstract class DispatchSuite {

  /** The name of the archive, and its context path. */
  public static final String NAME = "dispatching";

  /** What whoever reads begins with. */
  private static final String READ = "read\n";

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String READER = "/api/read";
  private static final String ADMITTED = "/api/admitted";

  /** In front of the last one, each with a parameter, or without. */
  private static final List<String> FIRST =
      List.of("", "forward /via?|", "include /via?|", "async /via?|");

  private static final List<String> LAST =
      List.of("forward ", "include ", "async ", "named ", "wrapped ", "kept ");

  private static final List<String> OWN = List.of("", "?a=9", "?b=9", "?a=1", ";m=9");

  /** What is sent and signed. */
  private record Sent(@Nullable String query, @Nullable String form, @Nullable String json) {

    Set<String> parameters() {
      Set<String> all = new LinkedHashSet<>();
      if (query != null) {
        all.add(query);
      }
      if (form != null) {
        all.add(form);
      }
      return all;
    }

    /** As the application writes it. */
    String target() {
      return query == null ? READER : READER + "?" + query;
    }

    GatewayCall to(String path) {
      GatewayCall call = GatewayCall.to(form == null && json == null ? "GET" : "POST", path);
      if (query != null) {
        String[] pair = query.split("=");
        call = call.query(pair[0], pair[1]);
      }
      if (form != null) {
        String[] pair = form.split("=");
        call = call.field(pair[0], pair[1]);
      }
      return json == null ? call : call.body("application/json", json.getBytes(UTF_8));
    }
  }

  private static final List<Sent> REQUESTS =
      List.of(
          new Sent(null, null, null),
          new Sent("a=1", null, null),
          new Sent(null, "b=2", null),
          new Sent("a=1", "b=2", null),
          new Sent(null, null, "{}"),
          new Sent("a=1", null, "{}"));

  /** For the runtime's own class. */
  protected DispatchSuite() {}

  /** The resources. */
  public static List<Class<?>> resources() {
    return List.of(DispatchingApplication.Reader.class, DispatchingApplication.Admitted.class);
  }

  /**
   * The application as an archive.
   *
   * @return the archive, whose name is its context path
   */
  public static WarFile war() {
    return SuiteWars.empty(NAME)
        .packageOf(DispatchingApplication.class)
        .settings(SuiteKeys.settings());
  }

  /**
   * Where the application is.
   *
   * @return an endpoint with its context path, and without {@code api}
   */
  protected abstract Endpoint endpoint();

  @TestFactory
  Stream<DynamicTest> readsWhatWasSignedWhereItIsNotSentOn() {
    return REQUESTS.stream()
        .map(sent -> DynamicTest.dynamicTest("" + sent, () -> checkServed(sent, null)));
  }

  /** A filter that waits for something and goes on where it was, or where it says so. */
  @TestFactory
  Stream<DynamicTest> readsWhatWasSignedWhereItIsDispatchedToItself() {
    return REQUESTS.stream()
        .flatMap(
            sent ->
                Stream.of("again", "forward " + sent.target(), "async " + sent.target())
                    .map(
                        way ->
                            DynamicTest.dynamicTest(
                                way + " of " + sent, () -> checkServed(sent, way))));
  }

  @TestFactory
  Stream<DynamicTest> readsNothingButWhatWasSigned() {
    return ways(READER).stream()
        .flatMap(
            way ->
                REQUESTS.stream()
                    .map(
                        sent ->
                            DynamicTest.dynamicTest(
                                way + " of " + sent, () -> checkSentOn(sent, way))));
  }

  /** The application says so. */
  @TestFactory
  Stream<DynamicTest> readsWhatTheApplicationAddsWhereThatIsAdmitted() {
    return ways(ADMITTED).stream()
        .filter(way -> way.startsWith("forward /api") || way.startsWith("include /api"))
        .map(
            way ->
                DynamicTest.dynamicTest(
                    way,
                    () -> assertThat(send(REQUESTS.get(0), ADMITTED, way).text()).contains(READ)));
  }

  private static List<String> ways(String path) {
    List<String> ways = new ArrayList<>();
    for (String first : FIRST) {
      for (String last : LAST) {
        for (String own : OWN) {
          if (first.isEmpty()) {
            ways.add(last + path + own);
          } else {
            ways.add(first.replace("?", own) + " " + last + path);
            ways.add(first.replace("?", "") + " " + last + path + own);
          }
        }
      }
    }
    return ways.stream().distinct().toList();
  }

  private void checkServed(Sent sent, @Nullable String way) {
    RawResponse answer = send(sent, READER, way);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    checkRead(sent, answer);
  }

  private void checkSentOn(Sent sent, String way) {
    checkSentOn(sent, send(sent, READER, way));
    if (sent.form() == null && sent.json() == null) {
      // then some containers are not asked, or take it for another kind of request
      for (String type : List.of("multipart/form-data; boundary=x", FORM)) {
        RawRequest typed = signed(sent, READER, way).header("Content-Type", type);
        checkSentOn(sent, endpoint().send(typed));
      }
    }
  }

  private static void checkSentOn(Sent sent, RawResponse answer) {
    // the page that includes an answer keeps its own status; and no container can dispatch where
    // it includes, which some answer with nothing, and others with an error of their own
    if (answer.text().contains(READ)) {
      checkRead(sent, answer);
    }
  }

  private static void checkRead(Sent sent, RawResponse answer) {
    List<String> told = answer.text().lines().filter(line -> line.contains("=")).toList();
    assertThat(answer.text()).as("%s", answer).contains(READ);
    assertThat(told)
        .as("%s", answer)
        .allSatisfy(line -> assertThat(sent.parameters()).contains(line.split(" ")[1]));
    assertThat(told.stream().filter(line -> line.startsWith("uri ")))
        .as("%s", answer)
        .containsExactlyElementsOf(
            sent.query() == null ? List.of() : List.of("uri " + sent.query()));
  }

  private RawRequest signed(Sent sent, String path, @Nullable String way) {
    RawRequest signed = sent.to(endpoint().base() + path).signedWith(SuiteKeys.of("MD5"));
    return way == null ? signed : signed.header(DispatchingFilter.STEPS, way);
  }

  private RawResponse send(Sent sent, String path, @Nullable String way) {
    return endpoint().send(signed(sent, path, way));
  }
}
