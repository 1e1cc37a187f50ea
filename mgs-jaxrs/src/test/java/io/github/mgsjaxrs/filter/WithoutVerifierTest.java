package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.testing.LocalJersey;
import java.lang.reflect.Field;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

/** What a request costs where nothing is to be verified. */
class WithoutVerifierTest {

  /** Nothing is marked here. */
  @jakarta.ws.rs.Path("open")
  public static class Open {
    @jakarta.ws.rs.GET
    public String get() {
      return "open";
    }
  }

  @Test
  void waitsForNoOtherRequest() throws Exception {
    RequestSnapshotFilter filter = new RequestSnapshotFilter();
    Field lock = RequestSnapshotFilter.class.getDeclaredField("enforcements");
    lock.setAccessible(true);
    try (LocalJersey jersey = new LocalJersey(new ResourceConfig(Open.class).register(filter))) {
      assertThat(jersey.call("GET", "/app/open").send().text()).isEqualTo("open");
      CompletableFuture<String> meanwhile;
      synchronized (lock.get(filter)) {
        meanwhile =
            CompletableFuture.supplyAsync(() -> jersey.call("GET", "/app/open").send().text());
        assertThat(meanwhile.get(20, TimeUnit.SECONDS)).isEqualTo("open");
      }
    }
  }
}
