package io.github.mgsjaxrs.conformance.suite;

import static io.github.mgsjaxrs.conformance.suite.RpcCall.SIGN_TYPE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.conformance.echo.RpcOperationEcho;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What a client signs for the gateway, over HTTP: served whole, and refused once it is changed. */
public abstract class RpcSuite extends SchemeSuite {

  private static final Duration OLD = Duration.ofMinutes(1);
  private static final Duration AHEAD = Duration.ofMinutes(4);

  /** For the runtime's own class. */
  protected RpcSuite() {
    super("rpc", "/mgw", "/rpc-marks");
  }

  @Override
  Stream<Served> served() {
    return Stream.concat(ways(), bodies());
  }

  @Override
  Stream<Refused> refused() {
    return new RpcRefusals(endpoint().base()).all();
  }

  @Override
  RawRequest unsigned(String path) {
    return RpcCall.to(path).unsigned();
  }

  @Override
  RawRequest wronglySigned(String path) {
    return RpcCall.to(path).with("0".repeat(32));
  }

  @Override
  RawRequest signed(String path) {
    return RpcCall.to(path).signed();
  }

  @Override
  void isRefusedAsUnsigned(Exchange exchange) {
    exchange.isRefusedByRpc(401, OptionalInt.of(7014), "signature-missing");
  }

  @Override
  void isRefusedAsWronglySigned(Exchange exchange) {
    exchange.isRefusedByRpc(401, OptionalInt.of(7002), "signature-mismatch");
  }

  private Stream<Served> ways() {
    GatewayKey md5 = SuiteKeys.ofRpc("RPC_MD5");
    GatewayKey hmac = SuiteKeys.ofRpc("RPC_HMAC_SHA1");
    RpcCall byHmac = call().by(hmac);
    String hex = byHmac.signature();
    long now = System.currentTimeMillis();
    return Stream.of(
        new Served("MD5, decimal timestamp", call().signed(), md5),
        new Served("MD5, timestamp in base 64", call().ts(RpcCall.base64(now)).signed(), md5),
        new Served("HMAC-SHA1 in lower-case hex", byHmac.with(hex), hmac),
        new Served("HMAC-SHA1 in upper-case hex", byHmac.with(hex.toUpperCase(Locale.ROOT)), hmac),
        new Served(
            "HMAC-SHA1 in Base64",
            byHmac.with(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex))),
            hmac),
        new Served(
            "a sign type by its name",
            RpcCall.changed(call().signed(), SIGN_TYPE, value -> "md5"),
            md5),
        new Served("an early timestamp", at(now - OLD.toMillis()).signed(), md5),
        new Served("a late timestamp", at(now + AHEAD.toMillis()).signed(), md5),
        new Served(
            "an operation at its resource",
            RpcCall.to(path("/rpc-operation")).of(RpcOperationEcho.OPERATION).signed(),
            md5),
        new Served("a deeper path", RpcCall.to(path("/mgw/deeper")).signed(), md5));
  }

  private Stream<Served> bodies() {
    GatewayKey md5 = SuiteKeys.ofRpc("RPC_MD5");
    byte[] large = "0123456789".repeat(30_000).getBytes(UTF_8);
    byte[] form = "a=1&b=%E4%BD%A0&a=2".getBytes(UTF_8);
    byte[] binary = new byte[1_000];
    for (int i = 0; i < binary.length; i++) {
      binary[i] = (byte) (i * 7);
    }
    return Stream.of(
        new Served("no byte", call().body(new byte[0]).signed(), md5),
        new Served("in chunks", call().signed(new Framing.Chunked(7)), md5),
        new Served("300,000 bytes", call().body(large).signed(), md5),
        new Served(
            "300,000 bytes in chunks", call().body(large).signed(new Framing.Chunked(8192)), md5),
        new Served("bytes that are no text", call().body(binary).signed(), md5),
        new Served(
            "a form, which is signed in its bytes",
            RpcCall.changed(
                call().body(form).signed(),
                "Content-Type",
                value -> "application/x-www-form-urlencoded"),
            md5));
  }

  private RpcCall call() {
    return RpcCall.to(path("/mgw"));
  }

  private RpcCall at(long millis) {
    return RpcCall.at(path("/mgw"), millis);
  }
}
