package io.github.mgsjaxrs.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.koogallery.crypto.AccessKey;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryQuery;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KooGallerySignerTest {

  private static final byte[] BODY =
      ("{\"activity\":\"newInstance\",\"businessId\":\"87b94795-0603-4e24-8ae5-69420d60e3c8\","
              + "\"orderId\":\"CS2211181819B4LVS\",\"orderLineId\":\"CS2211181819B4LVS-000001\","
              + "\"testFlag\":\"1\"}")
          .getBytes(UTF_8);
  private static final String NONCE =
      "50D83FDECAED6CCD8EF597F2A577950527928BA287D04E6036E92B2806FD17DA";
  private static final Instant TIME = Instant.parse("2023-04-03T07:47:46.618Z");

  private final KooGallerySigner signer = KooGallerySigner.of("test-access-key");

  /** From {@code printf … | openssl dgst -sha256 -hmac test-access-key20230403074746618}. */
  @Test
  void signsAQueryAsOpenSslDoes() {
    assertThat(signer.signQuery("p3=3&p1=1&p2=a+b%26%E5%AF%86", TIME))
        .isEqualTo(
            "p3=3&p1=1&p2=a+b%26%E5%AF%86&timeStamp=20230403074746618&authToken=HkleEWtD%2FB%2FOPumo7tUHm%2FtF1zySVkw%2BBmOQ%2F8TMTMQ%3D");
  }

  @Test
  void signsWhereThereIsNoQuery() {
    assertThat(signer.signQuery(null, TIME)).startsWith("timeStamp=20230403074746618&authToken=");
    assertThat(signer.signQuery("", TIME)).isEqualTo(signer.signQuery(null, TIME));
  }

  @Test
  void signsTheDerivedBody() {
    assertThat(signer.signBody(null, BODY, TIME, NONCE))
        .isEqualTo(
            "signature=271544ACDAC82601D0A6615631C4DB54120D5EA32FC968493C8064281E125C7A"
                + "&timestamp=1680508066618&nonce="
                + NONCE);
  }

  @Test
  void takesANonceOfItsOwnEachTime() throws Exception {
    String first = signer.signBody("x=1", BODY, TIME);
    assertThat(first).startsWith("x=1&signature=");
    assertThat(signer.signBody("x=1", BODY, TIME)).isNotEqualTo(first);
    KooGalleryQuery query = KooGalleryQuery.of(first, 10);
    String nonce = query.values("nonce").get(0);
    assertThat(nonce).matches("[0-9A-F]{64}");
    assertThat(
            AccessKey.of("test-access-key".getBytes(UTF_8))
                .checkBody(
                    nonce,
                    query.values("timestamp").get(0),
                    out -> out.write(BODY),
                    query.values("signature").get(0)))
        .isEqualTo(SignatureCheck.VALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"timeStamp=1", "a=1&authToken=x"})
  void signsNoQueryTwice(String query) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signer.signQuery(query, TIME))
        .withMessageContaining("leave it out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"signature=1", "timestamp=1", "a=1&nonce=x"})
  void signsNoBodyTwice(String query) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signer.signBody(query, BODY, TIME))
        .withMessageContaining("leave it out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%zz", "a=密"})
  void signsNothingThatCannotBeSent(String query) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signer.signQuery(query, TIME))
        .withMessageContaining("Percent-encode it");
  }

  @Test
  void needsAKeyAndDoesNotShowIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KooGallerySigner.of(""))
        .withMessageContaining("access key is empty");
    assertThat(signer).hasToString("KooGallerySigner[<redacted>]");
  }
}
