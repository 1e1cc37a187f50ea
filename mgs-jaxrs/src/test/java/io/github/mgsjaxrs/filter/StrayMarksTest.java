package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.SignatureMark;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.LocalJersey.Answer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;

/** A resource with an annotation that calls itself a mark, where nothing could stop the start. */
class StrayMarksTest {

  @SignatureMark(Scheme.BACKEND)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Mine {}

  @Path("mine")
  public static class Resource {
    @GET
    @Mine
    public String get() {
      return "served";
    }

    @GET
    @Path("open")
    public String open() {
      return "open";
    }
  }

  @Test
  void closesWhatHasItAndSaysSo() {
    try (LocalJersey jersey = LocalJersey.with(LocalJersey.twoKeys(), Resource.class)) {
      Answer closed = jersey.call("GET", "/app/mine").signed("GET\n\n/app/mine").send();
      assertThat(closed.status()).isEqualTo(503);
      assertThat(closed.text()).contains("urn:mgsjaxrs:rejection:unavailable");
      assertThat(
              closed.logged(
                  "SEVERE", Mine.class.getName(), "carries @SignatureMark", "answered 503"))
          .isTrue();
      Answer again = jersey.call("GET", "/app/mine").send();
      assertThat(again.status()).isEqualTo(503);
      assertThat(again.logged("carries @SignatureMark", "SEVERE")).as("once a minute").isFalse();
      assertThat(jersey.call("GET", "/app/mine/open").send().text()).isEqualTo("open");
    }
  }
}
