package io.github.mgsjaxrs.quickstart;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jspecify.annotations.Nullable;

/**
 * Starts the echo application and serves until the process is told to end.
 *
 * <p>The first and only line on standard output is the base URI, {@code http://127.0.0.1:8080/};
 * everything else goes to standard error. A setting that cannot be used ends the process with exit
 * code 1, the message on standard error and nothing on standard output.
 *
 * <pre>
 * {@code java -Dquickstart.port=0 -Dsmallrye.config.locations=my.properties -jar mgs-quickstart.jar}
 * </pre>
 */
public final class Quickstart {

  private Quickstart() {}

  /**
   * Starts.
   *
   * @param arguments none are looked at: settings come from system properties, environment
   *     variables and the files that {@code smallrye.config.locations} names
   * @throws InterruptedException never, as nobody interrupts the main thread
   */
  public static void main(String[] arguments) throws InterruptedException {
    readLogging();
    try {
      start();
    } catch (RuntimeException | LinkageError failure) {
      MgsConfigurationException fault = faultIn(failure);
      if (fault == null) {
        failure.printStackTrace();
      } else {
        System.err.println(fault.getMessage());
      }
      System.exit(1); // threads may be running that would keep the process alive
    }
    Thread.currentThread().join();
  }

  private static void start() {
    QuickstartSettings settings = QuickstartSettings.ofProcess();
    SmallRyeConfig config = settings.config();
    ConfigProviderResolver.instance()
        .registerConfig(config, Thread.currentThread().getContextClassLoader());
    int port = settings.port();
    SeContainer container =
        SeContainerInitializer.newInstance()
            .addProperty(
                "org.jboss.weld.se.shutdownHook", false) // the server ends first: see below
            .initialize();
    EchoServer server = EchoServer.start(port);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.stop();
                  container.close();
                },
                "quickstart-shutdown"));
    System.out.println(server.baseUri());
    System.out.flush();
    System.err.println(
        settings.demo()
            ? DemoRequests.text(server.baseUri(), DemoKeys.salt())
            : DemoRequests.textWithoutDemoKeys(server.baseUri()));
  }

  /** A logging configuration that the operator gives wins. */
  private static void readLogging() {
    if (System.getProperty("java.util.logging.config.file") != null
        || System.getProperty("java.util.logging.config.class") != null) {
      return;
    }
    try (InputStream in = Quickstart.class.getResourceAsStream("/logging.properties")) {
      LogManager.getLogManager().readConfiguration(in);
    } catch (IOException e) {
      throw new IllegalStateException("The jar is not whole: logging.properties is missing", e);
    }
  }

  private static @Nullable MgsConfigurationException faultIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof MgsConfigurationException fault) {
        return fault;
      }
    }
    return null;
  }
}
