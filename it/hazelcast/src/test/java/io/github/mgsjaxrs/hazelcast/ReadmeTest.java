package io.github.mgsjaxrs.hazelcast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The cache that the README declares is the one that is tested here. */
class ReadmeTest {

  @Test
  void declaresTheCacheThatTheTestsUse() throws Exception {
    String readme = Files.readString(Path.of("..", "..", "README.md"), UTF_8);
    int start = readme.indexOf("<cache name=\"mgs-replay.*\">");
    String declared = readme.substring(start, readme.indexOf("```", start)).strip();

    try (InputStream tested = ReadmeTest.class.getResourceAsStream("/hazelcast.xml")) {
      assertThat(new String(tested.readAllBytes(), UTF_8)).contains(declared);
    }
  }
}
