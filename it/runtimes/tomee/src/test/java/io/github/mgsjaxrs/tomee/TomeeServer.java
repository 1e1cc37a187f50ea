package io.github.mgsjaxrs.tomee;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.server.ServerProcess;
import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.war.WarFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * TomEE in a process of its own, as it is downloaded but for {@code server.xml}, with some web
 * applications; it runs as long as the tests of a class and of those nested in it.
 */
final class TomeeServer extends SharedServer {

  private static final Pattern PORT =
      Pattern.compile("Starting ProtocolHandler \\[\"http-nio-127\\.0\\.0\\.1-auto-1-(\\d+)\"]");

  /**
   * Port 0 lets the system choose; encoded slashes are signed as they are and have to stay. Tomcat
   * resets a connection with more than maxSwallowSize to come, and the answer may get lost.
   */
  private static final String SERVER_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Server port="-1">
        <Listener className="org.apache.tomee.catalina.ServerListener"/>
        <Service name="Catalina">
          <Connector address="127.0.0.1" port="0" protocol="org.apache.coyote.http11.Http11NioProtocol"
                     connectionTimeout="20000" encodedSolidusHandling="passthrough" maxSwallowSize="8388608"/>
          <Engine name="Catalina" defaultHost="127.0.0.1">
            <Host name="127.0.0.1" appBase="webapps" unpackWARs="true" autoDeploy="false"/>
            <Host name="localhost" appBase="others" unpackWARs="true" autoDeploy="false"/>
          </Engine>
        </Service>
      </Server>
      """;

  private static final Duration TO_TELL = Duration.ofSeconds(10);

  private final String name;
  private final List<WarFile> applications;
  private final List<WarFile> others;
  private final List<String> options = new ArrayList<>();
  private final List<EarFile> archives = new ArrayList<>();
  private ServerProcess process;

  /**
   * A server to be started.
   *
   * @param name the folder that it runs in
   * @param applications of the first virtual host
   * @param others of the second one, which has no application at its root that would answer for
   *     those that were refused
   */
  TomeeServer(String name, List<WarFile> applications, List<WarFile> others) {
    this.name = name;
    this.applications = applications;
    this.others = others;
  }

  /** Adds options of the JVM. */
  TomeeServer options(String... added) {
    options.addAll(List.of(added));
    return this;
  }

  /** Adds enterprise archives, whose web applications are in the first virtual host. */
  TomeeServer archives(EarFile... added) {
    archives.addAll(List.of(added));
    return this;
  }

  /** The second virtual host. */
  Endpoint others() {
    return new Endpoint("localhost", port(), "");
  }

  /** What the server wrote so far. */
  String log() {
    return process.log();
  }

  /** Waits until the server has written something: its log may be behind its answers. */
  void awaitLog(String text) {
    long start = System.nanoTime();
    while (!log().contains(text) && System.nanoTime() - start < TO_TELL.toNanos()) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    assertThat(log()).contains(text);
  }

  @Override
  protected void stop() {
    process.stop();
  }

  @Override
  protected int start() throws IOException {
    Path home = Path.of(System.getProperty("tomee.home"));
    Path base = ServerProcess.emptied(Path.of(System.getProperty("tomee.work"), name));
    for (String folder :
        new String[] {"conf", "logs", "temp", "webapps", "others", "work", "apps"}) {
      Files.createDirectories(base.resolve(folder));
    }
    try (Stream<Path> files = Files.list(home.resolve("conf"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, base.resolve("conf").resolve(file.getFileName()));
      }
    }
    Files.writeString(base.resolve("conf/server.xml"), SERVER_XML);
    for (WarFile application : applications) {
      application.writeTo(base.resolve("webapps"));
    }
    for (WarFile application : others) {
      application.writeTo(base.resolve("others"));
    }
    if (!archives.isEmpty()) {
      Files.writeString(
          base.resolve("conf/tomee.xml"), "<tomee><Deployments dir=\"apps\"/></tomee>");
    }
    for (EarFile archive : archives) {
      archive.writeTo(base.resolve("apps"), base.resolve("temp"));
    }
    Path log = base.resolve("logs/console.log");
    process =
        ServerProcess.start(
            new ProcessBuilder(command(home, base, options))
                .directory(base.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile()),
            log);
    process.await(text -> text.contains("Server startup in "));
    return process.port(PORT);
  }

  /** What {@code bin/catalina.sh run} does, without a shell in between. */
  private static List<String> command(Path home, Path base, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String opened :
        new String[] {
          "java.base/java.lang",
          "java.base/java.io",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.rmi/sun.rmi.transport"
        }) {
      command.add("--add-opens=" + opened + "=ALL-UNNAMED");
    }
    command.add("-javaagent:" + home.resolve("lib/openejb-javaagent.jar"));
    command.add("-Xmx768m");
    command.add("-Dcatalina.home=" + home);
    command.add("-Dcatalina.base=" + base);
    command.add("-Djava.io.tmpdir=" + base.resolve("temp"));
    command.add("-Djava.util.logging.config.file=" + base.resolve("conf/logging.properties"));
    command.add("-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager");
    command.add("-Djava.protocol.handler.pkgs=org.apache.catalina.webresources");
    command.addAll(options);
    command.add("-cp");
    command.add(
        home.resolve("bin/bootstrap.jar")
            + File.pathSeparator
            + home.resolve("bin/tomcat-juli.jar"));
    command.add("org.apache.catalina.startup.Bootstrap");
    command.add("start");
    return command;
  }
}
