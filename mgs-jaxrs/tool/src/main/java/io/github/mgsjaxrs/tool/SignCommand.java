package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.SignatureAlgorithm;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs a request in the gateway's place. */
@Command(
    name = "sign",
    description = {
      "Signs a request as the gateway does, and prints the headers to send; or, with the key of a"
          + " client (RPC_MD5, RPC_HMAC_SHA1), as a client does for the gateway, with five"
          + " headers; or, with an access key (KOOGALLERY), as KooGallery does, and prints the URL;"
          + " or, with the secret of a backend signature (API_GATEWAY_HMAC_SHA256), as API Gateway"
          + " does, and prints the signed headers, too.",
      "",
      "A salt is taken from the settings or the key store; without either it is asked for, or read"
          + " from standard input. RSA and SM2 need the private key, which only the gateway has:"
          + " 'mgs keys generate' makes a pair for tests.",
      "",
      "The string to sign is written by the mgs.canonical.*, mgs.rpc.* or mgs.apigateway.* of the"
          + " settings.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mgs sign --settings mgs.properties --key orders GET 'http://localhost:8080/orders?a=1'",
      "  mgs sign --settings mgs.properties --key orders --body order.json --curl POST"
          + " http://localhost:8080/orders",
      "  mgs sign --algorithm SM2 --private-key test-key.pem --key test GET /orders",
      "  mgs sign --scheme rpc --settings mgs.properties --key app-1 --operation-type"
          + " com.example.place --body order.json POST http://localhost:8080/mgw.htm",
      "  mgs sign --settings mgs.properties --key koogallery GET"
          + " 'http://localhost:8080/koogallery?activity=newInstance'",
      "  mgs sign --settings mgs.properties --key gateway --header 'X-Ca-Client-Ip: 192.0.2.1'"
          + " --header Content-Type --body order.json POST http://localhost:8080/orders"
    })
final class SignCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private StoreOptions store = new StoreOptions();

  @Option(names = "--key", required = true, paramLabel = "ID", description = "The key id.")
  private String keyId = "";

  @Option(
      names = "--algorithm",
      paramLabel = "ALGORITHM",
      description = "One of ${COMPLETION-CANDIDATES}, if the settings do not tell it.")
  private @Nullable SignatureAlgorithm algorithm;

  @Option(
      names = "--scheme",
      paramLabel = "SCHEME",
      description = {
        "backend, rpc, koogallery or apigateway; by default what the algorithm of the key is for."
      })
  private @Nullable String scheme;

  @Option(names = "--operation-type", paramLabel = "NAME", description = "For rpc: what is called.")
  private @Nullable String operationType;

  @Option(
      names = "--header",
      paramLabel = "HEADER",
      description = {
        "For apigateway, as often as needed: a header that is signed and listed, such as",
        "'X-Ca-Client-Ip: 192.0.2.1'; 'Content-Type' alone for that of the body."
      })
  private List<String> headers = new ArrayList<>();

  @Option(
      names = "--time",
      paramLabel = "TIME",
      description = {
        "For rpc and koogallery: when it is signed, such as 2023-11-14T22:13:20Z;",
        "by default now."
      })
  private @Nullable Instant time;

  @Option(
      names = "--nonce",
      paramLabel = "TEXT",
      description = "For a POST of koogallery: the nonce; by default a random one.")
  private @Nullable String nonce;

  @Option(
      names = "--private-key",
      paramLabel = "FILE",
      description = "For RSA and SM2: the private key as PEM, not encrypted.")
  private @Nullable String privateKey;

  @Option(
      names = "--body",
      paramLabel = "FILE",
      description = "The body, byte by byte; - for standard input.")
  private @Nullable String body;

  @Option(
      names = "--content-type",
      paramLabel = "TYPE",
      defaultValue = "application/json",
      description = "Of the body; by default ${DEFAULT-VALUE}.")
  private String contentType = "";

  @Option(names = "--curl", description = "Print a curl command that sends the signed request.")
  private boolean curl;

  @Option(
      names = "--request",
      paramLabel = "FILE",
      description = "Also write the signed request to a file, for 'mgs verify' and 'mgs explain'.")
  private @Nullable Path request;

  @Parameters(index = "0", paramLabel = "METHOD", description = "The method.")
  private String method = "";

  @Parameters(
      index = "1",
      paramLabel = "URL",
      description = "The URL, percent-encoded, or its path and query alone.")
  private String url = "";

  @Spec private @Nullable CommandSpec spec;

  SignCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    SigningKey key =
        new SigningKey(
            keyId, store.settings(terminal), store, algorithm, privateKey, body, terminal);
    OutgoingRequest outgoing =
        OutgoingRequest.of(
            method,
            url,
            body == null ? null : contentType,
            body == null ? null : terminal.bytes(body));
    switch (schemeOf(key)) {
      case BACKEND -> print(outgoing, key.signer().sign(outgoing.signed()));
      case RPC -> print(outgoing, call(key, outgoing));
      case KOOGALLERY -> print(outgoing.withQuery(query(key, outgoing)), Map.of());
      case API_GATEWAY -> print(outgoing, new ApiGatewayRequest(headers).sign(key, outgoing));
    }
    return 0;
  }

  private void print(OutgoingRequest outgoing, Map<String, String> headers) {
    if (request != null) {
      OwnFile.create(request, outgoing.raw(headers));
    }
    if (spec != null) {
      PrintWriter out = spec.commandLine().getOut();
      if (curl) {
        out.println(outgoing.curl(headers, body));
      } else if (headers.isEmpty()) {
        out.println(outgoing.url());
      } else {
        headers.forEach((name, value) -> out.println(name + ": " + value));
      }
    }
  }

  private Scheme schemeOf(SigningKey key) {
    SignatureAlgorithm found = key.algorithm();
    Scheme signed = found.scheme();
    if (scheme != null && !scheme.equals(signed.word())) {
      throw new UnusableException(
          "--scheme is '"
              + scheme
              + "', and key '"
              + keyId
              + "' is one of "
              + found
              + ": give "
              + signed.word()
              + ", or a key of another scheme");
    }
    return signed;
  }

  private String query(SigningKey key, OutgoingRequest outgoing) {
    Instant signed = time == null ? Instant.now() : time;
    try {
      return switch (outgoing.method()) {
        case "GET" -> key.kooGallerySigner().signQuery(outgoing.query(), signed);
        case "POST" ->
            nonce == null
                ? key.kooGallerySigner().signBody(outgoing.query(), outgoing.body(), signed)
                : key.kooGallerySigner().signBody(outgoing.query(), outgoing.body(), signed, nonce);
        default ->
            throw new UnusableException(
                "KooGallery sends no " + outgoing.method() + ": give GET (version 1) or POST (2)");
      };
    } catch (IllegalArgumentException unfit) {
      throw new UnusableException(String.valueOf(unfit.getMessage()), unfit);
    }
  }

  private Map<String, String> call(SigningKey key, OutgoingRequest outgoing) {
    if (operationType == null) {
      throw new UnusableException("A client's call names what is called: give --operation-type");
    }
    try {
      return key.rpcSigner()
          .sign(operationType, outgoing.body(), time == null ? Instant.now() : time);
    } catch (IllegalArgumentException unfit) {
      throw new UnusableException(String.valueOf(unfit.getMessage()), unfit);
    }
  }
}
