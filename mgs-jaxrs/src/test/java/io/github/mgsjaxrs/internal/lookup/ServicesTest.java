package io.github.mgsjaxrs.internal.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.VerifiedCaller;
import io.github.mgsjaxrs.internal.enforcement.CallerListener;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Collections;
import java.util.Enumeration;
import org.junit.jupiter.api.Test;

/** Services of jars whose libraries are not there. */
class ServicesTest {

  @Test
  void areUsedWhateverElseCannotBeUsed() {
    Services<CallerListener> loaded =
        Services.of(
            CallerListener.class,
            listing(
                Unlinked.class.getName(),
                "com.example.Missing",
                Explaining.class.getName(),
                Whole.class.getName()));
    assertThat(loaded.usable()).singleElement().isInstanceOf(Whole.class);
    assertThat(loaded.orTell()).isEqualTo(loaded.usable());
    assertThat(loaded.faults())
        .extracting(Services::told)
        .satisfiesExactly(
            unlinked ->
                assertThat(unlinked)
                    .contains("Unlinked")
                    .contains("NoClassDefFoundError: com/example/Api")
                    .endsWith(
                        "add what it needs to the class path, or remove the jar that it comes"
                            + " with"),
            missing -> assertThat(missing).contains("com.example.Missing"),
            explaining -> assertThat(explaining).isEqualTo("remove the jar"));
  }

  @Test
  void endWhereTheListItselfCannotBeRead() {
    ClassLoader broken =
        new ClassLoader(ServicesTest.class.getClassLoader()) {
          @Override
          public Enumeration<URL> getResources(String name) throws IOException {
            throw new IOException("unreadable");
          }
        };
    Services<CallerListener> loaded = Services.of(CallerListener.class, broken);
    assertThat(loaded.usable()).isEmpty();
    assertThat(loaded.faults()).isNotEmpty();
  }

  /** A class loader with one list of services. */
  private static ClassLoader listing(String... providers) {
    String list = String.join("\n", providers);
    return new ClassLoader(ServicesTest.class.getClassLoader()) {
      @Override
      public Enumeration<URL> getResources(String name) throws IOException {
        return Collections.enumeration(
            Collections.singleton(new URL(null, "memory:" + name, new InMemory(list))));
      }
    };
  }

  private static final class InMemory extends URLStreamHandler {
    private final String content;

    InMemory(String content) {
      this.content = content;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(content.getBytes(UTF_8));
        }
      };
    }
  }

  /** Needs what is not there. */
  public static final class Unlinked implements CallerListener {
    public Unlinked() {
      throw new NoClassDefFoundError("com/example/Api");
    }

    @Override
    public void verified(VerifiedCaller caller) {}
  }

  /** Says what to do. */
  public static final class Explaining implements CallerListener {
    public Explaining() {
      throw new MgsConfigurationException("remove the jar");
    }

    @Override
    public void verified(VerifiedCaller caller) {}
  }

  /** Can be used. */
  public static final class Whole implements CallerListener {
    @Override
    public void verified(VerifiedCaller caller) {}
  }
}
