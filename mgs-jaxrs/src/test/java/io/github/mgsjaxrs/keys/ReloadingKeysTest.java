package io.github.mgsjaxrs.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.testing.CommandLine;
import io.github.mgsjaxrs.testing.KeyFixtures;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReloadingKeysTest {

  private static final Duration INTERVAL = Duration.ofSeconds(30);

  /** The public key of GM/T 0003.5-2012, annex A. */
  private static final String FIRST =
      "0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
          + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";

  /** Another point of the curve: its generator. */
  private static final String SECOND =
      "0432C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7"
          + "BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0";

  /** Of the message "message digest" under the first key (GM/T 0003.5-2012, annex A). */
  private static final String SIGNATURE =
      "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
          + "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";

  @TempDir private Path directory;

  private final HandDriven executor = new HandDriven();
  private final Recorded listener = new Recorded();
  private final Log log = new Log();

  @BeforeEach
  void listensToTheLog() {
    Log.LOGGER.addHandler(log);
    Log.LOGGER.setUseParentHandlers(false);
  }

  @AfterEach
  void stopsListening() {
    Log.LOGGER.removeHandler(log);
    Log.LOGGER.setUseParentHandlers(true);
  }

  private Path file() {
    return directory.resolve("gateway.txt");
  }

  private void write(String text) throws IOException {
    Files.writeString(file(), text);
  }

  private KeySource source() {
    return new KeySource(
        Optional.empty(),
        List.of(
            new KeyDefinition("k", SignatureAlgorithm.SM2, null, null, null, file().toString())),
        KeyFixtures.PARAMETERS);
  }

  private ReloadingKeys keys() {
    return new ReloadingKeys(source(), INTERVAL, listener, executor.service());
  }

  private static SignatureCheck check(KeyResolver keys) {
    return ((TextKey) keys.resolve("k").orElseThrow())
        .check("message digest".getBytes(StandardCharsets.UTF_8), SIGNATURE);
  }

  @Test
  void stopsTheStartWhereTheFirstLoadFails() {
    assertThatThrownBy(this::keys)
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("there is no file");
    assertThat(executor.work).isNull();
  }

  @Test
  void looksEveryInterval() throws IOException {
    write(FIRST);

    try (ReloadingKeys keys = keys()) {
      assertThat(executor.delay).isEqualTo(INTERVAL);
      assertThat(check(keys)).isEqualTo(SignatureCheck.VALID);
    }
  }

  @Test
  void takesAChangedFileAtTheNextLook() throws IOException {
    write(FIRST);
    try (ReloadingKeys keys = keys()) {
      write(SECOND);
      assertThat(check(keys)).isEqualTo(SignatureCheck.VALID);

      executor.look();

      assertThat(check(keys)).isEqualTo(SignatureCheck.MISMATCH);
      assertThat(listener.events).containsExactly("reloaded [k]");
      assertThat(log.lines).containsExactly("INFO Keys reloaded: added [], removed [], kept 1");
      assertThat(keys.current().ids()).containsExactly("k");
    }
  }

  @Test
  void doesNothingWhereOnlyTheDateChanged() throws IOException {
    write(FIRST);
    try (ReloadingKeys keys = keys()) {
      KeySet before = keys.current();
      Files.setLastModifiedTime(file(), FileTime.fromMillis(0));
      write(FIRST);

      executor.look();

      assertThat(keys.current()).isSameAs(before);
      assertThat(listener.events).isEmpty();
      assertThat(log.lines).isEmpty();
    }
  }

  @Test
  void takesAChangeThatKeepsDateAndLength() throws IOException {
    write(FIRST);
    FileTime date = Files.getLastModifiedTime(file());
    try (ReloadingKeys keys = keys()) {
      write(SECOND);
      Files.setLastModifiedTime(file(), date);

      executor.look();

      assertThat(check(keys)).isEqualTo(SignatureCheck.MISMATCH);
    }
  }

  /** As Kubernetes mounts secrets: the file is a link through a link that is swapped. */
  @Test
  void followsASwappedLink() throws IOException {
    Path first = Files.createDirectory(directory.resolve("..2026_1"));
    Path second = Files.createDirectory(directory.resolve("..2026_2"));
    Files.writeString(first.resolve("gateway.txt"), FIRST);
    Files.writeString(second.resolve("gateway.txt"), SECOND);
    Path link = directory.resolve("..current");
    Files.createSymbolicLink(link, first.getFileName());
    Files.createSymbolicLink(file(), Path.of("..current", "gateway.txt"));
    try (ReloadingKeys keys = keys()) {
      Path fresh = directory.resolve("..fresh");
      Files.createSymbolicLink(fresh, second.getFileName());
      Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

      executor.look();

      assertThat(check(keys)).isEqualTo(SignatureCheck.MISMATCH);
      assertThat(listener.events).containsExactly("reloaded [k]");
    }
  }

  @Test
  void keepsTheKeysOfBeforeWhereTheNewOnesCannotBeUsed() throws IOException {
    write(FIRST);
    try (ReloadingKeys keys = keys()) {
      write("half a k");

      executor.look();
      executor.look();
      executor.look();

      assertThat(check(keys)).isEqualTo(SignatureCheck.VALID);
      assertThat(log.lines)
          .singleElement()
          .asString()
          .startsWith("WARNING Keys not reloaded, those of before stay in force: Key 'k'")
          .contains("neither PEM nor Base64");
      assertThat(listener.events).containsExactly("failed");

      write(FIRST);
      executor.look();

      assertThat(listener.events).containsExactly("failed", "reloaded [k]");
      assertThat(check(keys)).isEqualTo(SignatureCheck.VALID);
    }
  }

  @Test
  void tellsThatAMissingFileIsBackUnchanged() throws IOException {
    write(FIRST);
    try (ReloadingKeys keys = keys()) {
      Files.delete(file());
      executor.look();
      write(FIRST);
      executor.look();
      executor.look();

      assertThat(listener.events).containsExactly("failed", "reloaded [k]");
      assertThat(check(keys)).isEqualTo(SignatureCheck.VALID);
    }
  }

  @Test
  void warnsOnceForEachDistinctFailure() throws IOException {
    write(FIRST);
    try (ReloadingKeys keys = keys()) {
      Files.delete(file());
      executor.look();
      executor.look();
      write("half a k");
      executor.look();
      Files.delete(file());
      executor.look();
      write(FIRST);
      executor.look();
      Files.delete(file());
      executor.look();

      assertThat(log.lines).hasSize(5);
      assertThat(log.lines.get(0)).startsWith("WARNING").contains("there is no file");
      assertThat(log.lines.get(1)).startsWith("WARNING").contains("neither PEM");
      assertThat(log.lines.get(2)).startsWith("WARNING").contains("there is no file");
      assertThat(log.lines.get(3)).startsWith("INFO");
      assertThat(log.lines.get(4)).startsWith("WARNING").contains("there is no file");
      assertThat(listener.events)
          .containsExactly("failed", "failed", "failed", "failed", "reloaded [k]", "failed");
      assertThat(check(keys)).isEqualTo(SignatureCheck.VALID);
    }
  }

  @Test
  void takesEntriesAddedToAndRemovedFromAStore() {
    CommandLine commands = new CommandLine(directory);
    String store = directory.resolve("keys.p12").toString();
    for (String name : new String[] {"one", "two"}) {
      commands.openssl("genpkey", "-algorithm", "RSA", "-out", name + ".pem");
      commands.openssl(
          "req",
          "-x509",
          "-new",
          "-key",
          name + ".pem",
          "-subj",
          "/CN=" + name,
          "-out",
          name + ".crt");
    }
    importCertificate(commands, store, "one");
    KeySource source =
        new KeySource(
            Optional.of(new KeyStoreDefinition(store, "changeit")),
            List.of(),
            KeyFixtures.PARAMETERS);
    assertThat(source.files()).containsExactly(Path.of(store));
    try (ReloadingKeys keys = new ReloadingKeys(source, INTERVAL, listener, executor.service())) {
      importCertificate(commands, store, "two");
      executor.look();
      assertThat(keys.resolve("two")).isPresent();

      commands.keytool(
          "", "-delete", "-alias", "one", "-keystore", store, "-storepass", "changeit");
      executor.look();
      assertThat(keys.resolve("one")).isEmpty();

      assertThat(log.lines)
          .containsExactly(
              "INFO Keys reloaded: added [two], removed [], kept 1",
              "INFO Keys reloaded: added [], removed [one], kept 1");
    }
  }

  private static void importCertificate(CommandLine commands, String store, String name) {
    commands.keytool(
        "",
        "-importcert",
        "-noprompt",
        "-alias",
        name,
        "-file",
        name + ".crt",
        "-keystore",
        store,
        "-storetype",
        "PKCS12",
        "-storepass",
        "changeit");
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void refusesAPipeInPlaceOfAPublicKeyOnceAndTakesAGoodFileLater() throws Exception {
    write(FIRST);
    try (ReloadingKeys keys = keys()) {
      makePipe(file());
      executor.look();
      executor.look();
      assertThat(check(keys)).isEqualTo(SignatureCheck.VALID);
      assertThat(listener.events).containsExactly("failed", "failed");
      assertThat(log.lines)
          .singleElement()
          .asString()
          .startsWith("WARNING Keys not reloaded")
          .contains("which is a directory, a pipe or a device");
      Files.delete(file());
      write(SECOND);
      executor.look();
      assertThat(check(keys)).isEqualTo(SignatureCheck.MISMATCH);
    }
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void refusesAPipeInPlaceOfAStoreAndTakesAGoodOneLater() throws Exception {
    Path store = directory.resolve("keys.p12");
    writeStore(store, "one");
    KeySource source =
        new KeySource(
            Optional.of(new KeyStoreDefinition(store.toString(), "changeit")),
            List.of(new KeyDefinition("one", SignatureAlgorithm.MD5, null, null, null, null)),
            KeyFixtures.PARAMETERS);
    try (ReloadingKeys keys = new ReloadingKeys(source, INTERVAL, listener, executor.service())) {
      makePipe(store);
      executor.look();
      assertThat(keys.resolve("one")).isPresent();
      assertThat(listener.events).containsExactly("failed");
      Files.delete(store);
      writeStore(store, "other");
      executor.look();
      assertThat(listener.events).containsExactly("failed", "reloaded [one]");
    }
  }

  private static void makePipe(Path path) throws Exception {
    Files.delete(path);
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
  }

  private static void writeStore(Path path, String salt) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    SecretKeySpec secret = new SecretKeySpec(salt.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    store.setKeyEntry("one", secret, "changeit".toCharArray(), null);
    try (OutputStream out = Files.newOutputStream(path)) {
      store.store(out, "changeit".toCharArray());
    }
  }

  @Test
  void survivesAListenerThatThrows() throws IOException {
    write(FIRST);
    ReloadListener broken =
        new ReloadListener() {
          @Override
          public void reloaded(KeySet keys) {
            throw new IllegalStateException("broken listener");
          }

          @Override
          public void failed(Exception cause) {
            throw new StackOverflowError("broken listener");
          }
        };
    try (ReloadingKeys keys = new ReloadingKeys(source(), INTERVAL, broken, executor.service())) {
      write(SECOND);
      executor.look();
      assertThat(check(keys)).isEqualTo(SignatureCheck.MISMATCH);

      write("half a k");
      executor.look();
      write(FIRST);
      executor.look();
      assertThat(check(keys)).isEqualTo(SignatureCheck.VALID);
    }
  }

  @Test
  void leavesTheCallersExecutorRunningButEndsItsLooks() throws IOException {
    write(FIRST);
    ReloadingKeys keys = keys();

    keys.close();

    assertThat(executor.cancelled).isTrue();
    assertThat(executor.shutDown).isFalse();
    assertThat(check(keys)).isEqualTo(SignatureCheck.VALID);
  }

  @Test
  void looksByADaemonThreadOfItsOwnThatEndsOnClose() throws Exception {
    write(FIRST);
    CountDownLatch reloaded = new CountDownLatch(1);
    ReloadListener counting =
        new ReloadListener() {
          @Override
          public void reloaded(KeySet keys) {
            reloaded.countDown();
          }

          @Override
          public void failed(Exception cause) {}
        };
    Thread thread;
    try (ReloadingKeys keys = new ReloadingKeys(source(), Duration.ofMillis(20), counting)) {
      write(SECOND);
      assertThat(reloaded.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(check(keys)).isEqualTo(SignatureCheck.MISMATCH);
      assertThat(threads()).hasSize(1);
      thread = threads().get(0);
      assertThat(thread.isDaemon()).isTrue();
    }
    thread.join(20_000);
    assertThat(thread.isAlive()).isFalse();
    assertThat(threads()).isEmpty();
  }

  @Test
  void startsNoThreadWithoutAnInterval() throws IOException {
    write(FIRST);
    try (ReloadingKeys keys = new ReloadingKeys(source(), Duration.ZERO, ReloadListener.NONE)) {
      assertThat(check(keys)).isEqualTo(SignatureCheck.VALID);
      assertThat(threads()).isEmpty();
    }
    assertThatThrownBy(() -> new ReloadingKeys(source(), Duration.ofSeconds(-1), listener))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("The interval of reloads is PT-1S");
  }

  @Test
  void startsNoThreadWhereThereIsNoFile() {
    KeySource source =
        new KeySource(
            Optional.empty(),
            List.of(new KeyDefinition("k", SignatureAlgorithm.SM2, null, null, FIRST, null)),
            KeyFixtures.PARAMETERS);

    try (ReloadingKeys keys = new ReloadingKeys(source, INTERVAL, ReloadListener.NONE)) {
      assertThat(check(keys)).isEqualTo(SignatureCheck.VALID);
      assertThat(threads()).isEmpty();
    }
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(ReloadingKeys.THREAD_NAME))
        .filter(Thread::isAlive)
        .toList();
  }

  /** Runs the scheduled work when the test says so. */
  private static final class HandDriven {

    private Runnable work;
    private Duration delay;
    private boolean cancelled;
    private boolean shutDown;

    ScheduledExecutorService service() {
      return (ScheduledExecutorService)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {ScheduledExecutorService.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("scheduleWithFixedDelay")) {
                  work = (Runnable) arguments[0];
                  delay =
                      Duration.of((long) arguments[2], ((TimeUnit) arguments[3]).toChronoUnit());
                  return future();
                }
                shutDown |= method.getName().startsWith("shutdown");
                throw new UnsupportedOperationException(method.getName());
              });
    }

    private ScheduledFuture<?> future() {
      return (ScheduledFuture<?>)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {ScheduledFuture.class},
              (proxy, method, arguments) -> {
                cancelled |= method.getName().equals("cancel");
                return true;
              });
    }

    void look() {
      work.run();
    }
  }

  /** What a health check would hear. */
  private static final class Recorded implements ReloadListener {

    private final List<String> events = new ArrayList<>();

    @Override
    public void reloaded(KeySet keys) {
      events.add("reloaded " + keys.ids());
    }

    @Override
    public void failed(Exception cause) {
      events.add("failed");
    }
  }

  /** The lines that reach the JDK's default logging. */
  private static final class Log extends Handler {

    private static final Logger LOGGER = Logger.getLogger("io.github.mgsjaxrs.keys");

    private final List<String> lines = new ArrayList<>();

    @Override
    public void publish(LogRecord entry) {
      if (entry.getLevel().intValue() >= Level.INFO.intValue()) {
        lines.add(
            entry.getLevel()
                + " "
                + (entry.getParameters() == null
                    ? entry.getMessage()
                    : MessageFormat.format(entry.getMessage(), entry.getParameters())));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
