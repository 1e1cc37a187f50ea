package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.internal.enforcement.Schemes;
import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.scheme.AdmittedRequest;
import io.github.mgsjaxrs.internal.scheme.ParametersBelow;
import io.github.mgsjaxrs.internal.scheme.RequestVerification;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An entity that reads as empty, over HTTP/2 and without a length: somebody may have parsed it. */
class ParsedElsewhereTest {

  private static final ParametersBelow NOT_ASKED =
      () -> {
        throw new AssertionError("asked, although nothing can be there");
      };

  private static Verified verified(
      boolean http2, List<String> types, List<String> lengths, ParametersBelow parsed)
      throws RefusalException {
    MgsVerifier verifier = LocalJersey.twoKeys().build();
    RequestVerification<?, ?> verification =
        new Schemes(
                verifier.settings(),
                verifier.keys(),
                verifier.replayGuard(),
                new EntityStorage(Limits.defaults(), null),
                () -> false)
            .verification(Scheme.BACKEND);
    AdmittedRequest admitted =
        verification.admit(
            new RequestSnapshot(
                "DELETE",
                new RequestLine("/p", "a=1", http2),
                LocalJersey.sent(
                    List.of(LocalJersey.md5("DELETE\n\n/p?a=1", "orders-1")), List.of("orders")),
                types,
                lengths,
                false,
                false),
            Requirement.ANY_KEY);
    try (EntityBuffer buffer = admitted.buffer()) {
      return admitted.verify(buffer.finish(), parsed);
    }
  }

  @Test
  void isRefusedWhereFieldsAreKnownThatAreNotInTheQuery() {
    for (String type : List.of("multipart/form-data; boundary=b", "text/plain")) {
      assertThatExceptionOfType(RefusalException.class)
          .isThrownBy(() -> verified(true, List.of(type), List.of(), () -> Set.of("a", "role")))
          .satisfies(
              refusal ->
                  assertThat(refusal.rejected().rejection())
                      .isEqualTo(Rejection.ENTITY_INCOMPLETE));
    }
  }

  @Test
  void passesWhereAllFieldsAreTheQuerys() throws Exception {
    List<String> type = List.of("multipart/form-data; boundary=b");
    assertThat(verified(true, type, List.of(), () -> Set.of("a")).keyId()).isEqualTo("orders");
    assertThat(verified(true, type, List.of(), Set::of).keyId()).isEqualTo("orders");
  }

  @Test
  void isNotAskedForWhereTheHeadersTellThatThereIsNoEntity() throws Exception {
    List<String> type = List.of("application/json");
    assertThat(verified(true, type, List.of("0"), NOT_ASKED).keyId()).isEqualTo("orders");
    assertThat(verified(true, List.of(), List.of(), NOT_ASKED).keyId()).isEqualTo("orders");
    assertThat(verified(false, type, List.of(), NOT_ASKED).keyId()).isEqualTo("orders");
  }
}
