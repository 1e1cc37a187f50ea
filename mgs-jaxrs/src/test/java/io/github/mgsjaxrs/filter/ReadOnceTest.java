package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Precedence;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.LocalJersey.Answer;
import io.github.mgsjaxrs.testing.Recorder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MultivaluedMap;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters that could be read in two ways. */
class ReadOnceTest {

  /** Takes parameters from query and form. */
  @Path("read")
  @MgsSigned
  public static class Reading {
    @GET
    public String get(@QueryParam("a") String query) {
      return query;
    }

    @POST
    @Consumes(LocalJersey.FORM)
    public String post(@QueryParam("a") String query, MultivaluedMap<String, String> form) {
      return query + " and " + form.getFirst("a");
    }

    @POST
    @Path("lenient")
    @Consumes(LocalJersey.FORM)
    @MgsSigned(coverage = Coverage.PROTOCOL)
    public String lenient(@QueryParam("a") String query, MultivaluedMap<String, String> form) {
      return query + " and " + form.getFirst("a");
    }
  }

  /** Takes a field before its method is called. */
  @Path("constructor")
  @MgsSigned
  public static class ByConstructor {
    private final String field;

    public ByConstructor(@FormParam("a") String field) {
      this.field = field;
    }

    @POST
    @Consumes(LocalJersey.FORM)
    public String post() {
      return field;
    }
  }

  /** The same by a setter. */
  @Path("setter")
  @MgsSigned
  public static class BySetter {
    private String field;

    @FormParam("a")
    public void setField(String field) {
      this.field = field;
    }

    @POST
    @Consumes(LocalJersey.FORM)
    public String post() {
      return field;
    }
  }

  private static Answer twoValues(LocalJersey jersey, String path) {
    return jersey
        .call("POST", "/app/" + path + "?a=1")
        .type(LocalJersey.FORM)
        .signed("POST\n\n/app/" + path + "?a=1")
        .body("a=2")
        .send();
  }

  @Test
  void refusesANameWithAnotherValueInTheFormUnderAReasonOfItsOwn() {
    try (LocalJersey jersey = LocalJersey.with(LocalJersey.twoKeys(), Reading.class)) {
      Answer answer = twoValues(jersey, "read");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.text()).contains("parameter-conflict");
      assertThat(answer.logged("Refused (parameter-conflict)", "'a'")).isTrue();
    }
  }

  @Test
  void admitsItWhereTheCoverageOfTheMethodIsProtocol() {
    try (LocalJersey jersey = LocalJersey.with(LocalJersey.twoKeys(), Reading.class)) {
      assertThat(twoValues(jersey, "read/lenient").text()).isEqualTo("1 and 2");
    }
  }

  @Test
  void reportsItUnderAReasonOfItsOwn() {
    try (LocalJersey jersey =
        LocalJersey.with(LocalJersey.twoKeys().mode(Mode.REPORT), Reading.class)) {
      Answer answer = twoValues(jersey, "read");
      assertThat(answer.text()).isEqualTo("1 and 2");
      assertThat(answer.logged("INFO Would be refused (parameter-conflict)", "'a'")).isTrue();
    }
  }

  @Test
  void warnsAtTheStartOfAPrecedenceThatHasNoEffect() {
    Canonicalization precedence = Canonicalization.builder().precedence(Precedence.FORM).build();
    for (Coverage coverage : new Coverage[] {Coverage.BODY, Coverage.STRICT, Coverage.PROTOCOL}) {
      Recorder.clear();
      LocalJersey.twoKeys().canonicalization(precedence).coverage(coverage).build().close();
      assertThat(
              Recorder.lines().stream()
                  .anyMatch(
                      line ->
                          line.startsWith("WARNING mgs.canonical.parameter-precedence=form has an")
                              && line.contains("(parameter-conflict)")))
          .isEqualTo(coverage != Coverage.PROTOCOL);
    }
  }

  /** Changes the query before the resource is matched. */
  @PreMatching
  public static class Changing implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext context) {
      if (context.getHeaderString("X-Change") != null) {
        context.setRequestUri(
            context.getUriInfo().getRequestUriBuilder().replaceQuery("a=B").build());
      }
    }
  }

  @Test
  void comparesWhatIsReadOfAQueryWithWhatWasSentWhereParametersAreSignedRaw() {
    Canonicalization raw = Canonicalization.builder().parameters(Escapes.RAW).build();
    ResourceConfig application =
        new ResourceConfig(Reading.class, Changing.class)
            .register(new MgsFeature(LocalJersey.twoKeys().canonicalization(raw).build()));
    try (LocalJersey jersey = new LocalJersey(application)) {
      String signed = "GET\n\n/app/read?a=%41";
      Answer right = jersey.call("GET", "/app/read?a=%41").signed(signed).send();
      assertThat(right.text()).isEqualTo("A");
      Answer changed =
          jersey.call("GET", "/app/read?a=%41").header("X-Change", "1").signed(signed).send();
      assertThat(changed.status()).isEqualTo(401);
      assertThat(changed.logged("Refused (not-covered)", "the parameter 'a' of the query"))
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"constructor", "setter"})
  void saysWhatToChangeWhereAFieldOfAFormIsTakenBeforeTheMethod(String path) {
    try (LocalJersey jersey =
        LocalJersey.with(LocalJersey.twoKeys(), ByConstructor.class, BySetter.class)) {
      Answer answer =
          jersey
              .call("POST", "/app/" + path)
              .type(LocalJersey.FORM)
              .signed("POST\n\n/app/" + path + "?a=1")
              .body("a=1")
              .send();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text()).contains("entity-incomplete");
      assertThat(
              answer.logged(
                  "on Jersey a @FormParam on a field, a constructor or a setter",
                  "Take fields as parameters of the method, or protect the path"))
          .isTrue();
    }
  }

  @Test
  void servesAFieldThatIsTakenBeforeTheMethodWhereThePathIsProtected() {
    try (LocalJersey jersey =
        LocalJersey.with(
            LocalJersey.twoKeys().protect("/*"), ByConstructor.class, BySetter.class)) {
      for (String path : new String[] {"constructor", "setter"}) {
        Answer answer =
            jersey
                .call("POST", "/app/" + path)
                .type(LocalJersey.FORM)
                .signed("POST\n\n/app/" + path + "?a=1")
                .body("a=1")
                .send();
        assertThat(answer.text()).isEqualTo("1");
      }
    }
  }

  /** Python: {@code urlencode({'name': chr(0x9555)}, encoding='gbk')} is {@code name=%E9F}. */
  @Test
  void namesCharsetAndPlaceOfACharacterThatIsEscapedInPart() {
    try (LocalJersey jersey = LocalJersey.with(LocalJersey.twoKeys(), Reading.class)) {
      Answer form =
          jersey
              .call("POST", "/app/read")
              .type(LocalJersey.FORM + ";charset=GBK")
              .signed("POST\n\n/app/read")
              .body("a=1&name=%E9F".getBytes(ISO_8859_1))
              .send();
      assertThat(form.status()).isEqualTo(400);
      assertThat(
              form.logged(
                  "Refused (parameters-malformed): a parameter is not valid in GBK, where all bytes"
                      + " of a character have to be escaped, or none: parameter 'name' of the form"))
          .as("log: %s", form.log())
          .isTrue();
      Answer query = jersey.call("GET", "/app/read?a=1&name=%E9F").signed("x").send();
      assertThat(query.status()).isEqualTo(400);
      assertThat(
              query.logged(
                  "Refused (parameters-malformed): a parameter is not valid in UTF-8",
                  ": parameter 'name' of the query, which is always read in UTF-8"))
          .as("log: %s", query.log())
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "\"a b\"", "\"\""})
  void refusesAFormWhoseCharsetNobodyKnows(String charset) {
    try (LocalJersey jersey = LocalJersey.with(LocalJersey.twoKeys(), Reading.class)) {
      Answer answer =
          jersey
              .call("POST", "/app/read")
              .type(LocalJersey.FORM + "; charset=" + charset)
              .signed("POST\n\n/app/read?a=1")
              .body("a=1")
              .send();
      assertThat(answer.status()).isIn(400, 401);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "\"a b\"", "\"\""})
  void readsNoTextBeforeItIsVerifiedThoughNobodyKnowsItsCharset(String charset) {
    try (LocalJersey jersey = LocalJersey.with(LocalJersey.twoKeys(), Orders.class)) {
      Answer answer =
          jersey
              .call("PUT", "/app/orders")
              .type("text/plain; charset=" + charset)
              .signed("x")
              .body("text")
              .send();
      assertThat(answer.status()).isIn(400, 401);
    }
  }
}
