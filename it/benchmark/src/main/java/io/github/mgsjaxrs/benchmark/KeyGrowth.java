package io.github.mgsjaxrs.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.benchmark.plot.Curve;
import io.github.mgsjaxrs.benchmark.plot.GrowthSection;
import io.github.mgsjaxrs.benchmark.plot.Plot;
import io.github.mgsjaxrs.benchmark.plot.TextTable;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What more keys cost: the time to find one, and memory. */
final class KeyGrowth {

  private static final int[] COUNTS = {1, 10, 100, 1_000, 10_000};
  private static final int IN_USE = 400;

  /** A key gets its table by the 64th. */
  private static final int USES = 70;

  private static final byte[] TEXT = "GET\n\n/".getBytes(UTF_8);

  private final TextTable table = new TextTable("Keys", "What was measured", "Each");
  private final Curve found = new Curve("a key that is there");
  private final Curve absent = new Curve("one that is not");

  private KeyGrowth() {}

  static GrowthSection measure() throws GeneralSecurityException, IOException {
    KeyGrowth growth = new KeyGrowth();
    for (int count : COUNTS) {
      growth.lookup(count);
    }
    Sm2Work sm2 = new Sm2Work(TEXT);
    RsaWork rsa = new RsaWork(TEXT);
    growth.memory("salt of 16 characters", 10_000, () -> salts(10_000));
    growth.memory(
        "RSA, 2048 bits", 1_000, () -> keys(1_000, SignatureAlgorithm.RSA, rsa.keyText()));
    growth.memory(
        "SM2, not used yet", 1_000, () -> keys(1_000, SignatureAlgorithm.SM2, sm2.keyText()));
    growth.memory("SM2 in use, a table each", 100, () -> used(100, sm2));
    growth.memory("SM2 in use, more than 256", IN_USE, () -> used(IN_USE, sm2));
    return new GrowthSection(
        "Keys",
        "Finding a key by its id takes the same time among few and among many, but for the caches of"
            + " the\nprocessor. For tables of SM2 keys see [below](#memory-of-sm2-keys).",
        Map.of(
            "keys",
            new Plot("Finding a key", "keys", "ns", 10, List.of(growth.found, growth.absent))),
        growth.table);
  }

  private void lookup(int count) {
    KeyResolver keys = salts(count);
    String[] there = new String[count];
    String[] others = new String[count];
    for (int i = 0; i < count; i++) {
      there[i] = id(i);
      others[i] = id(count + i);
    }
    int[] next = new int[2];
    Race race =
        new Race()
            .with("found", () -> keys.resolve(there[next[0]++ % count]).isPresent())
            .with("absent", () -> keys.resolve(others[next[1]++ % count]).isEmpty())
            .run(0.5, 20);
    found.add(count, race.nanos("found").median());
    absent.add(count, race.nanos("absent").median());
    table.row(
        String.format("%,d", count),
        "find one",
        TextTable.figure(race.nanos("found").median()) + " ns");
  }

  private void memory(String what, int count, Supplier<KeyResolver> maker) {
    requireKey(maker.get()); // what is made once, whatever the number of keys
    long before = usedHeap();
    KeyResolver keys = maker.get();
    long after = usedHeap();
    requireKey(keys);
    double each = (after - before) / (double) count;
    table.row(
        String.format("%,d", count),
        "memory, " + what,
        each < 4096 ? TextTable.figure(each) + " B" : TextTable.figure(each / 1024) + " KiB");
  }

  private static void requireKey(KeyResolver keys) {
    if (keys.resolve(id(0)).isEmpty()) {
      throw new IllegalStateException("A key is not found");
    }
  }

  private static String id(int number) {
    return "tenant-" + number + "-orders";
  }

  private static KeyResolver salts(int count) {
    MgsVerifierBuilder builder = MgsVerifier.builder();
    for (int i = 0; i < count; i++) {
      builder.salt(id(i), SignatureAlgorithm.SM3, String.format("salt of %8d", i));
    }
    return builder.build().keys();
  }

  private static KeyResolver keys(int count, SignatureAlgorithm algorithm, String text) {
    MgsVerifierBuilder builder = MgsVerifier.builder();
    for (int i = 0; i < count; i++) {
      builder.publicKey(id(i), algorithm, text);
    }
    return builder.build().keys();
  }

  private static KeyResolver used(int count, Sm2Work sm2) {
    KeyResolver keys = keys(count, SignatureAlgorithm.SM2, sm2.keyText());
    for (int i = 0; i < count; i++) {
      for (int use = 0; use < USES; use++) {
        if (!sm2.verifiedBy((TextKey) keys.resolve(id(i)).orElseThrow())) {
          throw new IllegalStateException("A right signature is refused");
        }
      }
    }
    return keys;
  }

  private static long usedHeap() {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      used = Math.min(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return used;
  }
}
