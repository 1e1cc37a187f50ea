package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.MgsUnsigned;
import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.internal.enforcement.Schemes;
import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.MultipartEntity;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.protection.MarkProtection;
import io.github.mgsjaxrs.internal.protection.Marks;
import io.github.mgsjaxrs.internal.protection.ResourceStep;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.runtime.RuntimeAdapter;
import io.github.mgsjaxrs.internal.runtime.UriInfoAdapter;
import io.github.mgsjaxrs.internal.scheme.AdmittedRequest;
import io.github.mgsjaxrs.internal.scheme.RequestVerification;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.Recorder;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.servlet.http.Part;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lookups and verifications step by step, as runtimes other than Jersey take them. */
class FindingsTest {

  private static final Supplier<Optional<Set<Class<?>>>> NOTHING_SEEN = () -> Optional.of(Set.of());

  /** Exempts one method of several that have the same name. */
  @MgsSigned
  public static class Overloaded {
    @GET
    public String read() {
      return "";
    }

    @GET
    public String read(Integer number) {
      return "";
    }

    @POST
    @MgsUnsigned
    public String read(String text) {
      return "";
    }

    @POST
    @MgsUnsigned
    public String write(Object any) {
      return "";
    }
  }

  private static Marks.Finding find(String name, Class<?>... parameters) throws Exception {
    Method method = Overloaded.class.getMethod(name, parameters);
    return new Marks(List.of(ResourceStep.exactly(Overloaded.class)), Overloaded.class, method)
        .find(List.of());
  }

  @Test
  void exemptTheOneMethodThatSaysSo() throws Exception {
    assertThat(find("read", String.class)).isInstanceOf(Marks.Exempt.class);
    assertThat(find("write", Object.class)).isInstanceOf(Marks.Exempt.class);
    assertThat(find("read")).isInstanceOf(Marks.Marked.class);
    assertThat(find("read", Integer.class)).isInstanceOf(Marks.Marked.class);
  }

  private static <T> T of(Class<T> type, InvocationHandler answers) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
  }

  private static ContainerRequestContext request(String method) {
    UriInfo uriInfo = of(UriInfo.class, (proxy, called, arguments) -> List.of(Overloaded.class));
    return of(
        ContainerRequestContext.class,
        (proxy, called, arguments) -> called.getName().equals("getMethod") ? method : uriInfo);
  }

  private static ResourceInfo matched(@Nullable Class<?> type, @Nullable Method method) {
    return of(
        ResourceInfo.class,
        (proxy, called, arguments) -> called.getName().equals("getResourceMethod") ? method : type);
  }

  @Test
  void protectWhateverTheRuntimeDoesNotTell() throws Exception {
    MarkProtection marks = new MarkProtection(List::of);
    Method read = Overloaded.class.getMethod("read");
    for (ResourceInfo unknown :
        new ResourceInfo[] {null, matched(null, read), matched(Overloaded.class, null)}) {
      assertThat(marks.find(request("GET"), unknown, List.of(), NOTHING_SEEN, false))
          .isEqualTo(new Marks.Marked(Requirement.ANY_KEY, null));
    }
    assertThat(marks.remembered()).isZero();
  }

  @Test
  void areRememberedForEachEndpoint() throws Exception {
    MarkProtection marks = new MarkProtection(List::of);
    ResourceInfo read = matched(Overloaded.class, Overloaded.class.getMethod("read"));
    ResourceInfo write =
        matched(Overloaded.class, Overloaded.class.getMethod("write", Object.class));
    Marks.Finding first = marks.find(request("GET"), read, List.of(), NOTHING_SEEN, false);
    assertThat(first).isInstanceOf(Marks.Marked.class);
    assertThat(marks.find(request("GET"), read, List.of(), NOTHING_SEEN, false)).isSameAs(first);
    assertThat(marks.remembered()).isEqualTo(1);
    assertThat(marks.find(request("POST"), write, List.of(), NOTHING_SEEN, false))
        .isInstanceOf(Marks.Exempt.class);
    assertThat(marks.remembered()).isEqualTo(2);
  }

  @Test
  void areNoneForAnAnswerOfTheRuntimeItself() throws Exception {
    Class<?> ofJersey =
        Class.forName(
            "org.glassfish.jersey.server.wadl.processor.OptionsMethodProcessor$PlainTextOptionsInflector");
    Method apply = Object.class.getMethod("toString");
    MarkProtection marks = new MarkProtection(List::of);
    assertThat(
            marks.find(
                request("OPTIONS"), matched(ofJersey, apply), List.of(), NOTHING_SEEN, false))
        .isInstanceOf(Marks.Unmarked.class);
    for (Method ofTheApplication :
        List.of(apply, Overloaded.class.getMethod("read"), Inflector.class.getMethod("apply"))) {
      Class<?> type =
          ofTheApplication == apply ? Overloaded.class : ofTheApplication.getDeclaringClass();
      assertThat(
              marks.find(
                  request("OPTIONS"),
                  matched(type, ofTheApplication),
                  List.of(),
                  NOTHING_SEEN,
                  false))
          .isInstanceOf(Marks.Marked.class);
    }
  }

  /** Answers OPTIONS for a resource that the application put together itself. */
  @MgsSigned
  public static class Inflector {
    public String apply() {
      return "";
    }
  }

  private static final String FORM_TEXT = "POST\n\n/p?a=1";

  private static RequestVerification<?, ?> verification(
      boolean transcoding, EntityStorage storage) {
    MgsVerifier verifier =
        LocalJersey.twoKeys()
            .canonicalization(Canonicalization.builder().charsetTranscoding(transcoding).build())
            .build();
    return new Schemes(
            verifier.settings(), verifier.keys(), verifier.replayGuard(), storage, () -> false)
        .verification(Scheme.BACKEND);
  }

  private static RequestSnapshot snapshot(
      String method, String text, RequestLine target, List<String> types) {
    return new RequestSnapshot(
        method,
        target,
        LocalJersey.sent(List.of(LocalJersey.md5(text, "orders-1")), List.of("orders")),
        types,
        List.of(),
        false,
        false);
  }

  private static ReplayableEntity entity(AdmittedRequest admitted, String body)
      throws RefusalException {
    try (EntityBuffer buffer = admitted.buffer()) {
      buffer.readFrom(new ByteArrayInputStream(body.getBytes(UTF_8)));
      return buffer.finish();
    }
  }

  private static void refused(Rejection rejection, ThrowingStep step) {
    assertThatExceptionOfType(RefusalException.class)
        .isThrownBy(step::run)
        .satisfies(refusal -> assertThat(refusal.rejected().rejection()).isEqualTo(rejection));
  }

  private interface ThrowingStep {
    void run() throws Exception;
  }

  @Test
  void refuseAnEmptyFormWhoseFieldsSomebodyHas() throws Exception {
    RequestVerification<?, ?> verification =
        verification(false, new EntityStorage(Limits.defaults(), null));
    RequestLine target = new RequestLine("/p", "a=1", false);
    AdmittedRequest admitted =
        verification.admit(
            snapshot("POST", FORM_TEXT, target, List.of(LocalJersey.FORM)), Requirement.ANY_KEY);
    ReplayableEntity empty = entity(admitted, "");
    assertThat(admitted.verify(empty, Set::of)).isInstanceOf(Verified.class);
    assertThat(admitted.verify(empty, () -> Set.of("a"))).isInstanceOf(Verified.class);
    refused(Rejection.ENTITY_INCOMPLETE, () -> admitted.verify(empty, () -> Set.of("a", "b")));
  }

  @Test
  void refuseAnEntityThatReadsAsEmptyWhereNoLengthNeedBeToldAndSomebodyHasParsedIt()
      throws Exception {
    RequestVerification<?, ?> verification =
        verification(false, new EntityStorage(Limits.defaults(), null));
    RequestLine http2 = new RequestLine("/p", null, true);
    AdmittedRequest post =
        verification.admit(
            snapshot("POST", "POST\nN6YlnMDB2uKZp4Zkid/wvQ==\n/p", http2, List.of()),
            Requirement.ANY_KEY);
    refused(Rejection.ENTITY_INCOMPLETE, () -> post.verify(entity(post, ""), () -> Set.of("a")));
    assertThat(post.verify(entity(post, ""), Set::of)).isInstanceOf(Verified.class);
    AdmittedRequest get =
        verification.admit(snapshot("GET", "GET\n\n/p", http2, List.of()), Requirement.ANY_KEY);
    assertThat(get.verify(entity(get, ""), Set::of)).isInstanceOf(Verified.class);
  }

  @Test
  void areUnavailableWhereAKeptEntityIsGone() throws Exception {
    EntityStorage storage = new EntityStorage(Limits.defaults(), null);
    RequestVerification<?, ?> verification = verification(true, storage);
    RequestLine target = new RequestLine("/p", null, false);
    Recorder.clear();
    for (String type : List.of(LocalJersey.FORM, "text/plain;charset=GBK")) {
      AdmittedRequest admitted =
          verification.admit(
              snapshot("POST", FORM_TEXT, target, List.of(type)), Requirement.ANY_KEY);
      try (EntityBuffer buffer = admitted.buffer()) {
        buffer.append("a=1".getBytes(UTF_8), 0, 2);
        buffer.append("a=1".getBytes(UTF_8), 2, 1);
        ReplayableEntity entity = buffer.finish();
        entity.close();
        refused(Rejection.UNAVAILABLE, () -> admitted.verify(entity, Set::of));
      }
    }
    assertThat(storage.memory().used()).isZero();
    assertThat(Recorder.lines()).anyMatch(line -> line.contains("cannot be read again"));
  }

  @Test
  void areTheSameOutsideOfAnyResource() {
    try (MgsVerifier verifier = LocalJersey.twoKeys().build()) {
      SignedRequest request = SignedRequest.of("GET", "/p", null, null, new byte[0]);
      String right = LocalJersey.md5("GET\n\n/p", "orders-1");
      assertThat(verifier.verify(request, right, "orders")).isInstanceOf(Verified.class);
      assertThat(verifier.verify(request, right, "refunds"))
          .isInstanceOfSatisfying(
              Rejected.class,
              rejected -> assertThat(rejected.rejection()).isEqualTo(Rejection.SIGNATURE_MISMATCH));
    }
  }

  private static List<Part> parts(String body) throws Exception {
    EntityStorage storage = new EntityStorage(Limits.defaults(), null);
    try (EntityBuffer buffer = new EntityBuffer(storage, -1, null)) {
      buffer.readFrom(new ByteArrayInputStream(body.getBytes(UTF_8)));
      ReplayableEntity entity = buffer.finish();
      entity.outlastStreams();
      return MultipartEntity.parts(entity, "multipart/form-data; boundary=b");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8_190, 8_191, 8_192, 8_193, 20_000})
  void readPartsWithLinesOfAnyLength(int length) throws Exception {
    String content = "x".repeat(length) + "\r\n--b" + "y".repeat(length) + "\n\r\r";
    String read =
        new String(
            parts("--b\r\nA: 1\r\n\r\n" + content + "\r\n--b--")
                .get(0)
                .getInputStream()
                .readAllBytes(),
            UTF_8);
    assertThat(read).isEqualTo(content);
  }

  @Test
  void takeAHeaderOf8192BytesAndNoLongerOne() throws Exception {
    String longest = "A: " + "v".repeat(8_189);
    assertThat(parts("--b\r\n" + longest + "\r\n\r\n1\r\n--b--").get(0).getHeader("a"))
        .hasSize(8_189);
    assertThatIOException()
        .isThrownBy(() -> parts("--b\r\n" + longest + "v\r\n\r\n1\r\n--b--"))
        .withMessageContaining("a header that is none");
    for (String none : List.of(": 1", "A")) {
      assertThatIOException().isThrownBy(() -> parts("--b\n" + none + "\n\n1\n--b--"));
    }
    assertThat(parts("--b\nA:1\n\n1\n--b--").get(0).getHeader("A")).isEqualTo("1");
  }

  @Test
  void readHeadersFromTheRequestWithoutNulls() {
    MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    headers.add("A", "1");
    headers.add("B", null);
    ContainerRequestContext context =
        of(ContainerRequestContext.class, (proxy, called, arguments) -> headers);
    RuntimeAdapter target = new UriInfoAdapter();
    assertThat(target.headers(context).apply("A")).containsExactly("1");
    assertThat(target.headers(context).apply("B")).isEmpty();
    assertThat(target.headers(context).apply("C")).isEmpty();
    assertThat(target.frees(context)).isFalse();
    assertThat(target.awaits(context, null)).isFalse();
    assertThat(target.parsedParameterNames(context)).isEmpty();
    assertThat(target.applications(context)).isEmpty();
  }
}
