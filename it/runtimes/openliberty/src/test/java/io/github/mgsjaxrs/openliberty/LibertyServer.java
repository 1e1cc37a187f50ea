package io.github.mgsjaxrs.openliberty;

import io.github.mgsjaxrs.conformance.server.ServerProcess;
import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.war.EarFile;
import io.github.mgsjaxrs.conformance.war.WarFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Open Liberty in a process of its own with some web applications; it runs as long as the tests of
 * a class and of those nested in it.
 */
final class LibertyServer extends SharedServer {

  private static final String NAME = "conformance";
  private static final String TEMPORARY = "tmp";

  /** The server is ready, with all applications; or one of them has failed, and it never will. */
  private static final Pattern SETTLED = Pattern.compile("CWWKF0011I:|CWWKZ000[24]E:");

  /** The server is ready, with all applications that were not refused. */
  private static final Pattern READY = Pattern.compile("CWWKF0011I:");

  private static final Pattern PORT =
      Pattern.compile("CWWKO0219I: .*defaultHttpEndpoint.* port (\\d+)\\.");

  private static final List<String> JAKARTA_EE_10 =
      List.of(
          "restfulWS-3.1",
          "servlet-6.0",
          "jsonb-3.0",
          "cdi-4.0",
          "enterpriseBeansLite-4.0",
          "mpConfig-3.1");

  private static final List<String> JAKARTA_EE_9 =
      List.of("restfulWS-3.0", "servlet-5.0", "cdi-3.0", "mpConfig-3.0");

  private static final String SERVER_XML =
      """
      <server>
        <featureManager>
      %s  </featureManager>
        <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="0" httpsPort="-1">
          <remoteIp/>
        </httpEndpoint>
        <webContainer skipEncodedCharVerification="true"/>
        <applicationManager startTimeout="300s"/>
        <applicationMonitor updateTrigger="disabled"/>
        <config updateTrigger="disabled"/>
      %s</server>
      """;

  private final List<WarFile> applications;
  private final List<EarFile> enterprises = new ArrayList<>();
  private final List<String> features;
  private List<String> platform = JAKARTA_EE_10;
  private ServerProcess process;

  /**
   * A server that is not started yet.
   *
   * @param applications deployed in this order
   * @param features beside those that every application needs; with any, applications also see the
   *     APIs of third parties that features bring along
   */
  LibertyServer(List<WarFile> applications, String... features) {
    this.applications = applications;
    this.features = List.of(features);
  }

  /**
   * Deploys enterprise applications too, after all others; the last one may be refused.
   *
   * @param ears deployed in this order
   * @return this
   */
  LibertyServer with(EarFile... ears) {
    enterprises.addAll(List.of(ears));
    return this;
  }

  /**
   * Runs applications of Jakarta EE 9.1, with Jakarta REST 3.0.
   *
   * @return this
   */
  LibertyServer ofJakartaEe9() {
    platform = JAKARTA_EE_9;
    return this;
  }

  /** What the server wrote so far. */
  String log() {
    return process.log();
  }

  @Override
  protected void stop() {
    process.stop();
    // RESTEasy leaves large parts of multipart entities behind
    ServerProcess.emptied(work().resolve(TEMPORARY));
  }

  @Override
  protected int start() throws IOException {
    Path home = Path.of(System.getProperty("openliberty.home"));
    Path work = ServerProcess.emptied(work());
    Path server = Files.createDirectories(work.resolve("servers").resolve(NAME));
    Path temporary = Files.createDirectories(work.resolve(TEMPORARY));
    Files.writeString(
        server.resolve("server.xml"), SERVER_XML.formatted(allFeatures(), deploy(server)));
    // no port to stop the server by
    Files.writeString(server.resolve("bootstrap.properties"), "command.port=-1\n");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"),
                "@" + home.resolve("lib/platform/java/java9.options"),
                "-Xmx768m",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temporary,
                "-jar",
                home.resolve("bin/tools/ws-server.jar").toString(),
                NAME)
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("console.log").toFile());
    builder.environment().put("WLP_USER_DIR", work.toString());
    builder.environment().put("WLP_OUTPUT_DIR", work.resolve("output").toString());
    Path log = work.resolve("output").resolve(NAME).resolve("logs/messages.log");
    process = ServerProcess.start(builder, log);
    process.await((enterprises.isEmpty() ? SETTLED : READY).asPredicate());
    return process.port(PORT);
  }

  private static Path work() {
    return Path.of(System.getProperty("openliberty.work"));
  }

  private String allFeatures() {
    return Stream.concat(platform.stream(), features.stream())
        .map("    <feature>%s</feature>\n"::formatted)
        .collect(Collectors.joining());
  }

  /**
   * Each starts after the one before it: CDI asks the server's pool for threads while an
   * application starts, and on two cores those that start side by side hold all of them.
   */
  private String deploy(Path server) {
    StringBuilder declared = new StringBuilder();
    String before = "";
    for (WarFile application : applications) {
      String file = application.writeTo(server.resolve("apps")).getFileName().toString();
      String name = file.substring(0, file.length() - ".war".length());
      declared.append(
          "  <webApplication id=\"%s\" location=\"%s\" contextRoot=\"%s\"%s>%s</webApplication>\n"
              .formatted(
                  id(name), file, name.equals("ROOT") ? "/" : "/" + name, before, visibility()));
      before = " startAfterRef=\"" + id(name) + "\"";
    }
    for (EarFile enterprise : enterprises) {
      String file = enterprise.writeTo(server.resolve("apps")).getFileName().toString();
      String name = file.substring(0, file.length() - ".ear".length());
      declared.append(
          "  <enterpriseApplication id=\"%s\" location=\"%s\"%s/>\n".formatted(name, file, before));
      before = " startAfterRef=\"" + name + "\"";
    }
    return declared.toString();
  }

  /** References to others are separated by blanks. */
  private static String id(String name) {
    return name.replace(' ', '-');
  }

  private String visibility() {
    return features.isEmpty() ? "" : "<classloader apiTypeVisibility=\"+third-party\"/>";
  }
}
