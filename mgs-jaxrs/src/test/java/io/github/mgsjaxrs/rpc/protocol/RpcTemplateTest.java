package io.github.mgsjaxrs.rpc.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between two places has to end the first, whatever Base64 a client puts there. */
class RpcTemplateTest {

  private static RpcTemplate between(String separator) {
    return RpcTemplate.of("{operation-type}" + separator + "{request-data}&{ts}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "9", "A", "Z", "a", "z", "+", "/", "=", "", "Az09+/="})
  void refusesToSeparateBySignsOfBase64(String separator) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> between(separator))
        .withMessageContaining("that Base64 cannot hold");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ":", "@", "[", "`", "|", "-", "_", "&", "A&", "=\n="})
  void separatesByAnyOtherSign(String separator) {
    assertThat(between(separator))
        .hasToString("{operation-type}" + separator + "{request-data}&{ts}");
  }
}
