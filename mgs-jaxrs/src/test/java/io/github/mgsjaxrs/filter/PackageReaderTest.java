package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.filter.offline.OfflinePackageReader;
import io.github.mgsjaxrs.offline.OfflineSettings;
import io.github.mgsjaxrs.offline.VerifiedPackage;
import io.github.mgsjaxrs.testing.Recorder;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What reads packages where no feature was registered with a verifier, so that it is looked up. */
class PackageReaderTest {

  private static final Annotation[] NONE = {};

  private final OfflinePackageReader reader = new OfflinePackageReader();

  private static MgsVerifier verifier() throws IOException {
    Path key = Path.of("src/test/resources/vectors/keys/rsa-public.pem");
    return MgsVerifier.builder()
        .publicKey("packages", SignatureAlgorithm.RSA, Files.readString(key, US_ASCII))
        .offline(OfflineSettings.DEFAULT.withKeys("packages").withMediaTypes("application/x-amr"))
        .build();
  }

  private boolean reads(Class<?> type, String mediaType) {
    return reader.isReadable(type, type, NONE, MediaType.valueOf(mediaType));
  }

  /** The status and the document of an answer. */
  private String refusal(InputStream entity) {
    WebApplicationException refused =
        catchThrowableOfType(
            WebApplicationException.class,
            () ->
                reader.readFrom(
                    VerifiedPackage.class,
                    VerifiedPackage.class,
                    NONE,
                    MediaType.valueOf("application/zip"),
                    new MultivaluedHashMap<>(),
                    entity));
    return refused.getResponse().getStatus()
        + " "
        + new String((byte[]) refused.getResponse().getEntity(), US_ASCII);
  }

  @Test
  void readsPackagesAlone() {
    assertThat(reads(VerifiedPackage.class, "application/zip")).isTrue();
    assertThat(reads(VerifiedPackage.class, "application/json")).isFalse();
    assertThat(reads(Object.class, "application/zip")).isFalse();
  }

  @Test
  void readsWhatTheVerifierSaysThatIsFound() throws IOException {
    try (Listening here = new Listening();
        MgsVerifier found = verifier()) {
      here.found = found;
      assertThat(reads(VerifiedPackage.class, "application/x-amr")).isTrue();
      assertThat(reads(VerifiedPackage.class, "application/zip")).isFalse();
    }
  }

  @Test
  void answers503WhereThereIsNoVerifier() {
    Recorder.clear();
    assertThat(refusal(InputStream.nullInputStream()))
        .startsWith("503 {\"type\":\"urn:mgsjaxrs:offline:unknown\"");
    assertThat(Recorder.lines())
        .containsExactly(
            "SEVERE A package was answered 503: there is no MgsVerifier: register MgsFeature with"
                + " one");
  }

  @Test
  void answers400WhereTheClientGoesAway() throws IOException {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };
    try (Listening here = new Listening();
        MgsVerifier found = verifier()) {
      here.found = found;
      Recorder.clear();
      assertThat(refusal(broken))
          .startsWith("400 {\"type\":\"urn:mgsjaxrs:offline:invalid-parameter\"");
      assertThat(Recorder.lines())
          .containsExactly(
              "FINE Refused package (invalid-parameter): the package broke off: IOException");
    }
  }
}
