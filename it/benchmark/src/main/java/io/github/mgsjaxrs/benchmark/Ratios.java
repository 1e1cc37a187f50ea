package io.github.mgsjaxrs.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.benchmark.http.EndToEnd;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All ratios, within four minutes, or groups of them. */
final class Ratios {

  private static final byte[] TEXT = "POST\n\n/test/testSign?a=1&b=2&c=3&d=4".getBytes(UTF_8);

  /** Only where it is asked for, as it takes two minutes of its own. */
  private static final String APART = "http-parameters";

  private final PrintStream out;
  private final ResultTable table;
  private final Map<String, Group> groups = new LinkedHashMap<>();

  /** Ratios that are measured together. */
  private interface Group {
    void run() throws IOException, GeneralSecurityException;
  }

  Ratios(PrintStream out) {
    this.out = out;
    this.table = new ResultTable(out);
    groups.put("sm2", this::sm2);
    groups.put("rsa", this::rsa);
    groups.put("salted", this::salted);
    groups.put("string-to-sign", this::stringToSign);
    groups.put("openssl", () -> OpenSslSpeed.print(out));
    groups.put("http", () -> EndToEnd.run(table));
    groups.put(APART, () -> EndToEnd.runParameters(table));
  }

  void run(Path json) throws IOException, GeneralSecurityException {
    for (Map.Entry<String, Group> group : groups.entrySet()) {
      if (!group.getKey().equals(APART)) {
        group.getValue().run();
      }
    }
    table.write(json);
  }

  /** Runs some of the groups, and writes no file, as that would lack the others. */
  void run(List<String> only) throws IOException, GeneralSecurityException {
    for (String name : only) {
      Group group = groups.get(name);
      if (group == null) {
        throw new IllegalArgumentException(
            "'" + name + "' is none of the groups of ratios, which are " + groups.keySet());
      }
      group.run();
    }
  }

  private void stringToSign() {
    stringToSign(4, "4.0");
    stringToSign(32, "2.0");
  }

  private void sm2() throws GeneralSecurityException {
    Sm2Work work = new Sm2Work(TEXT);
    DigestWork digests = new DigestWork(TEXT);
    Race race =
        new Race()
            .with("SM2", work::fast)
            .with("SM2, engine bc", work::bouncyCastleEngine)
            .with("SM2 documented", work::documented)
            .with("SM2 Bouncy Castle, key cached", work::cached)
            .with("MD5 of 1 MiB", digests::md5OfOneMebibyte)
            .run(8, 120);
    ratio("sm2.verify.vs-documented", race, "SM2 documented", "SM2", ">= 5.0");
    ratio("sm2.verify.vs-bc-cached", race, "SM2 Bouncy Castle, key cached", "SM2", ">= 2.3");
    ratio("anchor.sm2", race, "SM2 documented", "MD5 of 1 MiB", "0.09 to 0.15");
    bytes("sm2.verify.bytes", race, "SM2", "<= 1024");
    nanos(race, "SM2", "SM2, engine bc", "SM2 documented", "SM2 Bouncy Castle, key cached");
  }

  private void rsa() throws GeneralSecurityException, IOException {
    RsaWork work = new RsaWork(TEXT);
    Race race =
        new Race()
            .with("RSA", work::ours)
            .with("RSA documented", work::documented)
            .with("RSA tomitribe", work::tomitribe)
            .with("RSA modPow alone", work::modPow)
            .run(5, 100);
    ratio("rsa.verify.vs-documented", race, "RSA documented", "RSA", ">= 1.12");
    ratio("rsa.verify.vs-tomitribe", race, "RSA tomitribe", "RSA", ">= 2.0");
    ratio("anchor.rsa", race, "RSA documented", "RSA modPow alone", "<= 1.4");
    nanos(race, "RSA", "RSA documented", "RSA tomitribe", "RSA modPow alone");
  }

  private void salted() throws GeneralSecurityException {
    DigestWork work = new DigestWork(TEXT);
    Race race = new Race().with("MD5", work::md5).with("SM3", work::sm3).run(2, 20);
    bytes("md5.salted.bytes", race, "MD5", "<= 400");
    bytes("sm3.salted.bytes", race, "SM3", "<= 400");
    nanos(race, "MD5", "SM3");
  }

  private void stringToSign(int parameters, String needed) {
    StringToSignWork plain = new StringToSignWork(parameters, false);
    StringToSignWork escaped = new StringToSignWork(parameters, true);
    Race race =
        new Race()
            .with("plain", () -> !plain.ours().isEmpty())
            .with("plain naive", () -> !plain.naive().isEmpty())
            .with("escaped", () -> !escaped.ours().isEmpty())
            .with("escaped naive", () -> !escaped.naive().isEmpty())
            .run(3, 80);
    String name = "string-to-sign." + parameters;
    ratio(name + ".vs-naive", race, "plain naive", "plain", ">= " + needed);
    ratio(name + ".escaped.vs-naive", race, "escaped naive", "escaped", "");
    bytes(name + ".bytes", race, "plain", "<= " + (plain.textBytes() + 512));
    bytes(name + ".escaped.bytes", race, "escaped", "");
    nanos(race, "plain", "plain naive", "escaped", "escaped naive");
  }

  private void ratio(String name, Race race, String slow, String quick, String needed) {
    table.result(name, race.ratio(slow, quick), needed);
  }

  private void bytes(String name, Race race, String runner, String needed) {
    table.result(name, race.bytes(runner), needed);
  }

  private void nanos(Race race, String... runners) {
    for (String runner : runners) {
      table.figure(runner + ", ns", race.nanos(runner));
    }
  }
}
