package io.github.mgsjaxrs.conformance.war;

import io.github.mgsjaxrs.conformance.answer.SignedAnswers;
import io.github.mgsjaxrs.conformance.echo.CallsResource;
import io.github.mgsjaxrs.conformance.hostile.marks.PaymentApi;
import io.github.mgsjaxrs.conformance.matrix.resources.MatrixCalls;
import io.github.mgsjaxrs.conformance.matrix.resources.MatrixResources;
import io.github.mgsjaxrs.conformance.matrix.resources.Plain;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import io.github.mgsjaxrs.conformance.matrix.resources.application.MarkedApplication;
import io.github.mgsjaxrs.conformance.matrix.resources.cdi.CdiResources;
import io.github.mgsjaxrs.conformance.matrix.resources.ejb.StatelessResource;
import io.github.mgsjaxrs.conformance.matrix.resources.json.JsonResource;
import io.github.mgsjaxrs.conformance.matrix.resources.parts.PartsResource;
import io.github.mgsjaxrs.conformance.matrix.resources.servlet.ServletResource;
import io.github.mgsjaxrs.conformance.registration.ScanningApplication;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/** The web applications that every server gets, and their settings. */
public final class SuiteWars {

  /** One class of each of our libraries, and of what they need. */
  private static final String[] LIBRARIES = {
    "io.github.mgsjaxrs.MgsSigned",
    "io.github.mgsjaxrs.cdi.VerifierStart",
    "org.apache.commons.codec.binary.Hex",
    "org.bouncycastle.jce.provider.BouncyCastleProvider"
  };

  /** A bean archive of annotated classes. */
  public static final String BEANS =
      "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"3.0\""
          + " bean-discovery-mode=\"annotated\"/>";

  private SuiteWars() {}

  static String[] libraries() {
    return LIBRARIES.clone();
  }

  /**
   * Our libraries and what they need, for servers that take them from elsewhere.
   *
   * @return the content of each jar by its file name
   */
  public static SortedMap<String, byte[]> jars() {
    return WarFile.jarsOf("", LIBRARIES);
  }

  /**
   * An application with the echo resources, our libraries, and the keys and limits of the suites.
   *
   * @param name the file's name without its ending
   * @return an application that lacks nothing but an {@code Application}
   */
  public static WarFile echo(String name) {
    return empty(name).packageOf(CallsResource.class).packageOf(SignedAnswers.class);
  }

  /**
   * The same with the resources of all matrices that Jakarta EE 9.1 has the APIs of.
   *
   * @param name the file's name without its ending
   * @return an application that lacks nothing but an {@code Application}
   */
  public static WarFile echoAndMatricesOfJakartaEe9(String name) {
    Map<String, String> settings = settings();
    settings.putAll(MatrixResources.settings());
    return echo(name)
        .packageOf(MatrixCalls.class)
        .packageOf(CdiResources.class)
        .packageOf(StatelessResource.class)
        .packageOf(JsonResource.class)
        .packageOf(ServletResource.class)
        .packageOf(PaymentApi.class)
        .packageOf(io.github.mgsjaxrs.conformance.hostile.plain.Resources.class)
        .packageOf(io.github.mgsjaxrs.conformance.hostile.bridged.Resources.class)
        .packageOf(io.github.mgsjaxrs.conformance.hostile.proxy.Resources.class)
        .packageOf(io.github.mgsjaxrs.conformance.hostile.cdi.Resources.class)
        .packageOf(io.github.mgsjaxrs.conformance.hostile.ejb.C1.class)
        .settings(settings);
  }

  /**
   * The same with those of Jakarta EE 10.
   *
   * @param name the file's name without its ending
   * @param temporary its {@code mgs.temp-dir}, created here
   * @return an application that lacks nothing but an {@code Application}
   */
  public static WarFile echoAndMatrices(String name, Path temporary) {
    Map<String, String> settings = settings();
    settings.put("mgs.temp-dir", created(temporary).toString());
    settings.putAll(MatrixResources.settings());
    return echoAndMatricesOfJakartaEe9(name)
        .packageOf(PartsResource.class)
        .packageOf(io.github.mgsjaxrs.conformance.hostile.subclassed.Resources.class)
        .settings(settings);
  }

  /**
   * An application whose mark stands on its {@code Application} alone.
   *
   * @param name the file's name without its ending
   * @return a whole application
   */
  public static WarFile ofMarkedApplication(String name) {
    return empty(name)
        .packageOf(MarkedApplication.class)
        .classes(Plain.class, Reached.class, MatrixCalls.class);
  }

  /**
   * An application that serves requests once, for {@code ReplaySuite}; the server brings the cache.
   *
   * @param name the file's name without its ending
   * @return a whole application
   */
  public static WarFile guarded(String name) {
    Map<String, String> settings = settings();
    settings.put("mgs.replay.guard", "koogallery-v2,rpc");
    return echo(name).classes(ScanningApplication.class).settings(settings);
  }

  /**
   * The same with Caffeine as its cache.
   *
   * @param name the file's name without its ending
   * @return a whole application
   */
  public static WarFile guardedByCaffeine(String name) {
    return guarded(name)
        .libraries(
            "com.github.benmanes.caffeine.cache.Caffeine",
            "com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider",
            "com.typesafe.config.Config",
            "javax.cache.Cache");
  }

  /**
   * An application with our libraries, and the keys and limits of the suites.
   *
   * @param name the file's name without its ending
   * @return an application without resources
   */
  public static WarFile empty(String name) {
    return WarFile.named(name)
        .libraries(LIBRARIES)
        .settings(settings())
        .file("WEB-INF/beans.xml", BEANS);
  }

  /**
   * An application that has the verifier which it makes itself.
   *
   * @param name the file's name without its ending
   * @return an application without resources and settings
   */
  public static WarFile withoutCdi(String name) {
    return WarFile.named(name)
        .libraries(
            Arrays.stream(LIBRARIES)
                .filter(library -> !library.contains(".cdi."))
                .toArray(String[]::new));
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The keys and limits that the suites expect.
   *
   * @return names and values of settings
   */
  public static Map<String, String> settings() {
    return SuiteKeys.settings();
  }
}
