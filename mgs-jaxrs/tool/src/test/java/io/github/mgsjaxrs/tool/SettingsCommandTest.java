package io.github.mgsjaxrs.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.verifier.MgsConfiguration;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCommandTest {

  private static JsonArray json(String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "settings";
    arguments[1] = "--json";
    System.arraycopy(more, 0, arguments, 2, more.length);
    ToolRun run = ToolRun.of("", arguments);
    assertThat(run.code()).as(run.err()).isZero();
    return Json.createReader(new StringReader(run.out())).readArray();
  }

  @Test
  void listsEverySettingOnce() {
    assertThat(json().getValuesAs(JsonObject.class))
        .extracting(setting -> setting.getString("name"))
        .containsExactlyInAnyOrderElementsOf(MgsConfiguration.names());
    assertThat(ToolRun.of("", "settings").out().lines().filter(line -> !line.startsWith(" ")))
        .hasSize(MgsConfiguration.names().size());
  }

  @Test
  void showsDefaultsAndSentencesWithoutTheMarksOfAPage() {
    ToolRun run = ToolRun.of("", "settings", "replay");

    assertThat(run.err()).isEmpty();
    assertThat(run.out().replace(System.lineSeparator(), "\n"))
        .isEqualTo(
            """
            mgs.replay.guard (koogallery-v2)
                what is served once: none, or of koogallery-v1, koogallery-v2, rpc, with commas between
            mgs.replay.when-unavailable (refuse)
                while the cache is down: 503; admit: served, and could be sent again
            mgs.replay.provider (the one there is)
                class name of the JCache provider
            mgs.replay.uri (the provider's)
                URI of its cache manager
            mgs.replay.cache (mgs-replay)
                what the names of the caches start with; .koogallery-v2 follows, say
            """);
    assertThat(ToolRun.of("", "settings", "keystore.location").out())
        .startsWith("mgs.keystore.location (no default)");
  }

  @Test
  void tellsMachinesWhatAValueMayBe() {
    JsonObject order = json("canonical.order").getJsonObject(0);
    assertThat(order.getString("form")).isEqualTo("choice");
    assertThat(order.getString("default")).isEqualTo("case-sensitive");
    assertThat(order.getJsonArray("words").getValuesAs(JsonString::getString))
        .containsExactly("case-insensitive", "case-sensitive");
    JsonObject memory = json("limits.memory").getJsonObject(0);
    assertThat(memory.getString("range")).isEqualTo("0 to 1 GiB");
    assertThat(memory.getBoolean("list")).isFalse();
    JsonObject total = json("total-memory").getJsonObject(0);
    assertThat(total.get("default")).isEqualTo(JsonValue.NULL);
    assertThat(total.getString("otherwise")).isEqualTo("⅛ of the heap");
    assertThat(json("offline.keys").getJsonObject(0).getBoolean("list")).isTrue();
    JsonObject salt = json(".salt").getJsonObject(0);
    assertThat(salt.getBoolean("secret")).isTrue();
    assertThat(salt.keySet())
        .isEqualTo(
            Set.of(
                "name",
                "form",
                "words",
                "range",
                "list",
                "secret",
                "default",
                "otherwise",
                "description"));
  }

  @Test
  void findsAWordInWhicheverCaseItIsTyped() {
    assertThat(ToolRun.of("", "settings", "SM2").out())
        .contains("mgs.sm2.encoding", "mgs.sm2.user-id", "mgs.sm2.engine")
        .doesNotContain("mgs.rpc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"settings nosuch", "settings --json nosuch", "settings --jsn", "settings a b"})
  void endsWith2WhereItCannotBeUsed(String arguments) {
    ToolRun run = ToolRun.of("", arguments.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isNotEmpty().doesNotContain("\tat ");
  }
}
