package io.github.mgsjaxrs.conformance.suite;

import io.github.mgsjaxrs.conformance.suite.LoadCase.Sending;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The requests of a load: bodies from none to 8 MiB, framed both ways, queries and forms, signed by
 * every algorithm; and those that have to be refused. All of them are signed by OpenSSL beforehand.
 */
final class LoadMix {

  /** How many of a hundred requests are bad ones. */
  static final int BAD_PERCENT = 30;

  private static final int[] SMALL = {0, 100, 20_000};
  private static final int[] LARGE = {300_000, 2 * 1024 * 1024, 8 * 1024 * 1024};

  /** How many times a small case stands beside a large one, which takes most of the time. */
  private static final int SMALL_FOR_ONE_LARGE = 8;

  private static final String UPLOAD = "/load/upload";

  private final List<LoadCase> good = new ArrayList<>();
  private final List<LoadCase> bad = new ArrayList<>();

  private LoadMix() {}

  /**
   * Signs all requests.
   *
   * @param keys one for each algorithm
   * @param ofTheRuntime good cases that only this runtime can serve
   */
  static LoadMix of(List<GatewayKey> keys, List<LoadCase> ofTheRuntime) {
    LoadMix mix = new LoadMix();
    for (int i = 0; i < keys.size(); i++) {
      mix.addOf(keys.get(i), keys.get((i + 1) % keys.size()));
    }
    for (int i = 0; i < 3; i++) {
      mix.good.addAll(ofTheRuntime);
    }
    return mix;
  }

  /** A case by chance; 30 of a hundred are bad. */
  LoadCase any(Random random) {
    List<LoadCase> cases = random.nextInt(100) < BAD_PERCENT ? bad : good;
    return cases.get(random.nextInt(cases.size()));
  }

  private void addOf(GatewayKey key, GatewayKey another) {
    List<LoadCase> small = new ArrayList<>();
    for (int size : SMALL) {
      small.addAll(uploads(size, key));
    }
    RawRequest query =
        GatewayCall.to("GET", "/load/query")
            .query("b", "2 &=")
            .query("a", "\u5f20")
            .signedWith(key);
    small.add(LoadCase.served("query of " + key, query, key));
    RawRequest form =
        GatewayCall.to("POST", "/load/form").query("q", "1").field("n", "\u5f20 %").signedWith(key);
    small.add(LoadCase.served("form of " + key, form, key));
    RawRequest largeForm =
        GatewayCall.to("POST", "/load/form").field("l", "x".repeat(60_000)).signedWith(key);
    small.add(LoadCase.served("large form of " + key, largeForm, key));
    for (int i = 0; i < SMALL_FOR_ONE_LARGE; i++) {
      good.addAll(small);
    }
    for (int size : LARGE) {
      good.addAll(uploads(size, key));
    }
    addBad(query, form, key, another);
  }

  private List<LoadCase> uploads(int size, GatewayKey key) {
    byte[] body = new byte[size];
    new Random(size).nextBytes(body);
    GatewayCall call = GatewayCall.to("POST", UPLOAD).body("application/octet-stream", body);
    RawRequest byLength = call.signedWith(key);
    String name = size + " bytes of " + key;
    List<LoadCase> cases = new ArrayList<>();
    cases.add(LoadCase.served(name, byLength, key));
    if (size == 0) {
      return cases;
    }
    RawRequest inChunks = byLength.body(body, new Framing.Chunked(7_000));
    cases.add(LoadCase.served(name + " in chunks", inChunks, key));
    if (size <= LARGE[1]) {
      cases.add(cases.get(0).sent(Sending.IN_PIECES));
      byte[] changed = body.clone();
      changed[size - 1]++;
      bad.add(mismatch(name + ", changed", byLength.body(changed)));
      bad.add(
          mismatch(name + ", changed, chunks", inChunks.body(changed, new Framing.Chunked(7_000))));
      bad.add(cases.get(0).sent(Sending.HALF));
      bad.add(cases.get(1).sent(Sending.HALF));
    }
    return cases;
  }

  private void addBad(RawRequest query, RawRequest form, GatewayKey key, GatewayKey another) {
    bad.add(mismatch("another query", query.target(query.target() + "&c=3")));
    bad.add(mismatch("another form", form.body("n=changed".getBytes(StandardCharsets.US_ASCII))));
    RawRequest without =
        query.withoutHeader(GatewayCall.SIGNATURE).withoutHeader(GatewayCall.KEY_ID);
    bad.add(LoadCase.refused("no signature", without, 401, "signature-missing"));
    RawRequest unnamed = query.withoutHeader(GatewayCall.KEY_ID);
    bad.add(LoadCase.refused("no key id", unnamed, 401, "key-id-missing"));
    bad.add(
        LoadCase.refused(
            "unknown key", unnamed.header(GatewayCall.KEY_ID, "nobody"), 401, "key-unknown"));
    bad.add(mismatch("another's key", unnamed.header(GatewayCall.KEY_ID, another.id())));
    RawRequest zeros =
        query
            .withoutHeader(GatewayCall.SIGNATURE)
            .header(GatewayCall.SIGNATURE, "0".repeat(key.algorithm().equals("MD5") ? 32 : 64));
    bad.add(mismatch("zeros", zeros));
    RawRequest tooLarge =
        form.withoutHeader("Content-Type").body(new byte[0], new Framing.Announced(1L << 30));
    bad.add(LoadCase.refused("1 GiB announced", tooLarge, 413, "body-too-large"));
  }

  private static LoadCase mismatch(String name, RawRequest request) {
    return LoadCase.refused(name, request, 401, "signature-mismatch");
  }
}
