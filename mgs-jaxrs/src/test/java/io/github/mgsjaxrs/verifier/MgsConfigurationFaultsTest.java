package io.github.mgsjaxrs.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.settings.SettingSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MgsConfigurationFaultsTest {

  private static String faults(String... namesAndValues) {
    Map<String, String> settings = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    SettingSource source =
        new SettingSource() {
          @Override
          public Set<String> names() {
            return settings.keySet();
          }

          @Override
          public String value(String name) {
            return settings.get(name);
          }
        };
    MgsConfigurationException fault =
        catchThrowableOfType(
            MgsConfigurationException.class, () -> MgsConfiguration.builder(source));
    assertThat(fault).as("the exception for %s", settings).isNotNull();
    return fault.getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          mgs.mod                       | mgs.mode
          mgs.Mode                      | mgs.mode
          mgs.keystore.passwort         | mgs.keystore.password
          mgs.key-store.location        | mgs.keystore.location
          mgs.limit.body                | mgs.limits.body
          mgs.limits.total_memory       | mgs.limits.total-memory
          mgs.sm2.userid                | mgs.sm2.user-id
          mgs.keys.orders.sallt         | mgs.keys.orders.salt
          mgs.keys."a.b".public_key     | mgs.keys."a.b".public-key
          mgs.keys.a.b.salt             | mgs.keys."a.b".salt
          mgs.key.orders.salt           | mgs.keys.orders.salt
          mgs.keys."orders.salt         | mgs.keys."orders".salt
          mgs.protect."/api/*".key      | mgs.protect."/api/*".keys
          mgs.keystore                  | mgs.keystore.type
          mgs.mode[0]                   | mgs.mode
          """)
  void namesTheNearestSettingForAnUnknownName(String unknown, String nearest) {
    assertThat(faults(unknown, "some-secret"))
        .startsWith(unknown + " is no setting: the nearest is " + nearest + ",")
        .doesNotContain("some-secret");
  }

  @Test
  void refusesTwoMeaningsOfOneHeader() {
    assertThat(faults("mgs.rpc.header.sign-type", "sign"))
        .startsWith("mgs.rpc.header: Two headers have one name")
        .contains("give each its own");
  }

  @Test
  void refusesASaltBesideASecret() {
    assertThat(
            faults(
                "mgs.keys.app.algorithm", "RPC_MD5",
                "mgs.keys.app.salt", "one-secret",
                "mgs.keys.app.secret", "other-secret"))
        .contains("mgs.keys.\"app\".salt and mgs.keys.\"app\".secret are both set")
        .doesNotContain("one-secret", "other-secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          mgs.mode                      | off          | one of enforce, report
          mgs.mode                      | ENFORCE      | one of enforce, report
          mgs.mode                      | ` `          | one of enforce, report
          mgs.coverage                  | as-configured| one of body, protocol, strict
          mgs.canonical.parameters      | encoded      | one of decoded, raw
          mgs.canonical.path            | x            | one of decoded, raw
          mgs.canonical.path-prefix.add | gateway      | must start with a slash
          mgs.canonical.path-prefix.strip | /gateway/  | must start with a slash and not end with one
          mgs.canonical.valueless       | as_sent      | one of as-sent, equals
          mgs.canonical.parameter-precedence | body    | one of form, query
          mgs.canonical.order           | sorted       | one of case-insensitive, case-sensitive
          mgs.canonical.empty-body      | none         | one of both, empty, null
          mgs.canonical.charset         | no-such      | name of a charset that this JVM knows
          mgs.canonical.charset         | UTF-16       | cannot be read as a form
          mgs.canonical.charset-transcoding | yes      | one of false, true
          mgs.sm2.encoding              | base64       | one of both, der, raw
          mgs.sm2.engine                | native       | one of bc, fast
          mgs.rpc.window                | PT0S         | a duration of PT1S to PT24H is needed
          mgs.rpc.window                | PT24H1S      | a duration of PT1S to PT24H is needed
          mgs.rpc.window                | five minutes | an ISO-8601 duration
          mgs.rpc.timestamp             | hex          | one of base64, both, decimal
          mgs.rpc.text                  | {operation-type}&{ts} | has {request-data} 0 times
          mgs.rpc.text                  | {operation-type}&{request-data}{ts} | that Base64 cannot hold
          mgs.rpc.md5-text              | {text}       | has {secret} 0 times
          mgs.rpc.hmac-encoding         | base-64      | one of base64, both, hex
          mgs.rpc.sign-type             | none         | one of optional, required
          mgs.rpc.header.app-id         | App Id       | the name of a header that has no other meaning
          mgs.rpc.header.timestamp      | Content-Type | the name of a header that has no other meaning
          mgs.rpc.header.signature      | X-Mgs-Proxy-Signature | the name of a header that has no
          mgs.limits.body               | 10MB         | a size in bytes, or with KiB, MiB or GiB
          mgs.limits.body               | -1           | a size in bytes
          mgs.limits.body               | 1.5 MiB      | a size in bytes
          mgs.limits.body               | 9999999999 GiB | a size of less than 8 EiB
          mgs.limits.body               | 9999999999999999999 | a size of less than 8 EiB
          mgs.limits.memory             | 2 GiB        | a size of 0 to 1 GiB is needed
          mgs.limits.memory             | 1025 MiB     | 0 to 1 GiB
          mgs.koogallery.response-limit | 2 GiB        | a size of less than 2 GiB
          mgs.limits.total-memory       | much         | a size in bytes
          mgs.limits.total-disk         | 1 TiB        | a size in bytes
          mgs.limits.parameters         | 1 KiB        | a whole number
          mgs.limits.parameters         | 4294967296   | a whole number
          mgs.limits.header             | 0            | 1 or more
          mgs.keys.reload-interval      | 30s          | an ISO-8601 duration
          mgs.keys.reload-interval      | PT-1S        | an ISO-8601 duration of zero or more
          mgs.responses.code            | true         | one of hide, show
          mgs.diagnostics               | debug        | one of log, off
          mgs.diagnostics.values        | 1            | one of false, true
          mgs.protect                   | api          | a plain path with a leading slash
          mgs.protect                   | ,            | names nothing
          mgs.protect                   | /api/        | a plain path with a leading slash
          mgs.protect[1]                | /api/*       | mgs.protect[0]
          mgs.protect.except            | /a/*/b       | a plain path with a leading slash
          mgs.protect.preflight         | yes          | one of pass, refuse
          mgs.protect."api".keys        | orders       | mgs.protect."api": The pattern of paths is 'api': a plain path with a leading slash
          mgs.protect."/api/*".keys     | ``           | names no key
          mgs.protect."/api/*".keys     | ,            | names no key
          mgs.keys.orders.algorithm     | sm3          | one of API_GATEWAY_HMAC_SHA256, KOOGALLERY, MD5, RPC_HMAC_SHA1, RPC_MD5, RSA, SM2, SM3
          mgs.keystore.type             | PKCS12       | mgs.keystore.location is not
          mgs.temp-dir                  | no/such/directory | create it
          """)
  void saysWhatIsNeededInsteadOfAWrongValue(String name, String value, String needed) {
    assertThat(faults(name, value == null ? "" : value))
        .contains(name.startsWith("mgs.protect.\"") ? "mgs.protect" : name)
        .contains(needed);
  }

  @Test
  void namesTheValueThatWasFound() {
    assertThat(faults("mgs.mode", "tryout"))
        .isEqualTo("mgs.mode is 'tryout': one of enforce, report is needed");
  }

  @Test
  void keepsAForgedLineBreakInsideOneLine() {
    assertThat(faults("mgs.mode", "x\nmgs.keys loaded")).doesNotContain("\n");
  }

  @Test
  void gathersAllFaultsInOneException() {
    assertThat(
            faults(
                "mgs.mod", "report",
                "mgs.coverage", "all",
                "mgs.limits.body", "big",
                "mgs.limits.header", "0",
                "mgs.protect", "api,/ok,hooks",
                "mgs.keys.orders.salt", "the-secret"))
        .startsWith("7 settings are wrong:\n- ")
        .contains("mgs.mod is no setting")
        .contains("mgs.coverage is 'all'")
        .contains("mgs.limits.body is 'big'")
        .contains("mgs.limits.header is '0'")
        .contains("mgs.protect: The pattern of paths is 'api'")
        .contains("mgs.protect: The pattern of paths is 'hooks'")
        .contains("Key 'orders' is a salt and its algorithm is not given")
        .doesNotContain("the-secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "SM2", "sha1", ""})
  void neverShowsASalt(String algorithm) {
    assertThat(faults("mgs.keys.orders.algorithm", algorithm, "mgs.keys.orders.salt", "the-secret"))
        .doesNotContain("the-secret");
  }

  @Test
  void refusesTwoValuesForOneSaltWithoutShowingThem() {
    assertThat(
            faults(
                "mgs.keys.orders.algorithm", "SM3",
                "mgs.keys.orders.salt", "first-secret",
                "mgs.keys.\"orders\".salt", "second-secret"))
        .contains("mgs.keys.\"orders\".salt and mgs.keys.orders.salt")
        .doesNotContain("-secret");
  }

  @Test
  void neverShowsTheKeyStorePassword() {
    assertThat(faults("mgs.keystore.password", "the-secret"))
        .contains("mgs.keystore.password is set and mgs.keystore.location is not")
        .doesNotContain("the-secret");
  }

  @Test
  void refusesAnEmptyKeyId() {
    assertThat(faults("mgs.keys.\"\".algorithm", "MD5")).contains("A key id is empty");
  }

  @Test
  void reportsWhatTheSourceCannotRead() {
    SettingSource source =
        new SettingSource() {
          @Override
          public Set<String> names() {
            return Set.of("mgs.mode");
          }

          @Override
          public String value(String name) {
            if (name.equals("mgs.mode")) {
              throw new MgsConfigurationException("mgs.mode cannot be read");
            }
            return name.equals("mgs.coverage") ? "none" : null;
          }
        };
    assertThat(
            catchThrowableOfType(
                MgsConfigurationException.class, () -> MgsConfiguration.builder(source)))
        .hasMessageContaining("mgs.mode cannot be read")
        .hasMessageContaining("mgs.coverage is 'none'");
  }

  @Test
  void refusesAListThatIsGivenBothAtOnceAndByElements() {
    assertThat(faults("mgs.protect", "/a", "mgs.protect[0]", "/b")).contains("mgs.protect[0]");
  }

  @Test
  void refusesAPatternForNoKeyAtAll() {
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> MgsVerifier.builder().protectWithKeys("/api/*", Set.of()))
        .withMessageContaining("/api/*");
  }
}
