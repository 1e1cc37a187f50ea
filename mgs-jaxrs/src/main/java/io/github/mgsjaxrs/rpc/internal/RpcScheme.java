package io.github.mgsjaxrs.rpc.internal;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayStream;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.scheme.Admitted;
import io.github.mgsjaxrs.internal.scheme.RejectionResponse;
import io.github.mgsjaxrs.internal.scheme.RequiredCoverage;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import io.github.mgsjaxrs.internal.scheme.SchemeContext;
import io.github.mgsjaxrs.internal.scheme.SignatureHeaders;
import io.github.mgsjaxrs.internal.scheme.SignatureScheme;
import io.github.mgsjaxrs.internal.scheme.TimeWindow;
import io.github.mgsjaxrs.replay.ReplayScope;
import io.github.mgsjaxrs.rpc.RpcSettings;
import io.github.mgsjaxrs.rpc.internal.diagnosis.RpcMismatch;
import io.github.mgsjaxrs.rpc.protocol.RpcHeaders;
import io.github.mgsjaxrs.rpc.protocol.RpcText;
import io.github.mgsjaxrs.rpc.protocol.RpcTimestamp;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client signs for the gateway: operation type, body and timestamp. The body is read once
 * more for it, from where it is kept, since the secret may stand in front of it.
 */
public final class RpcScheme implements SignatureScheme<SignatureHeaders, TextKey> {

  /** How long HMAC-SHA1 is in Base64; in hex it is longer, as MD5 is. */
  private static final int HMAC_BASE64 = 28;

  private final SchemeContext context;
  private final RpcSettings rpc;
  private final RpcHeaders names;
  private final List<String> headerNames;
  private final RejectionResponse responses;

  public RpcScheme(RpcSettings rpc, SchemeContext context) {
    this.context = context;
    this.rpc = rpc;
    this.names = rpc.headers();
    this.headerNames = namesOf(names);
    this.responses = new RpcResponse(context.details());
  }

  public static List<String> namesOf(RpcHeaders names) {
    return List.of(
        names.signature(),
        names.appId(),
        names.timestamp(),
        names.signType(),
        names.operationType());
  }

  /** What should have been signed; null where a part of it was not sent. */
  public @Nullable RpcText text(RequestSnapshot request, byte[] body) {
    boolean complete =
        !request.signing().of(names.operationType()).isEmpty()
            && !request.signing().of(names.timestamp()).isEmpty();
    return complete ? text(request, out -> out.write(body)) : null;
  }

  private RpcText text(RequestSnapshot request, RpcText.Entity entity) {
    return new RpcText(
        rpc.text(), operationType(request), entity, timestamp(request), uncovered(request));
  }

  @Override
  public Scheme name() {
    return Scheme.RPC;
  }

  @Override
  public Class<TextKey> keyType() {
    return TextKey.class;
  }

  @Override
  public RejectionResponse responses() {
    return responses;
  }

  @Override
  public List<String> headerNames() {
    return headerNames;
  }

  @Override
  public @Nullable Rejected unsigned(RequestSnapshot request) {
    return SignatureHeaders.absent(
        request.signing().of(names.signature()), Rejection.SIGNATURE_MISSING, names.signature());
  }

  @Override
  public SignatureHeaders claim(RequestSnapshot request) throws RefusalException {
    int limit = context.limits().header();
    SignatureHeaders headers =
        SignatureHeaders.of(request, names.signature(), names.appId(), limit);
    List<String> timestamps = request.signing().of(names.timestamp());
    List<String> operationTypes = request.signing().of(names.operationType());
    List<String> signTypes = request.signing().of(names.signType());
    SignatureHeaders.requirePresent(timestamps, Rejection.TIMESTAMP_MISSING, names.timestamp());
    SignatureHeaders.requirePresent(
        operationTypes, Rejection.HEADER_MISSING, names.operationType());
    if (rpc.signTypeRequired()) {
      SignatureHeaders.requirePresent(signTypes, Rejection.HEADER_MISSING, names.signType());
    }
    requireOneShort(timestamps, limit, names.timestamp());
    requireOneShort(operationTypes, limit, names.operationType());
    requireOneShort(signTypes, limit, names.signType());
    return headers;
  }

  private static void requireOneShort(List<String> values, int limit, String name)
      throws RefusalException {
    SignatureHeaders.requireOnce(values, name);
    if (!values.isEmpty()) {
      SignatureHeaders.requireShort(values.get(0), limit, name);
    }
  }

  @Override
  public void requireWorthReading(
      Admitted<SignatureHeaders, TextKey> admitted, Requirement requirement)
      throws RefusalException {
    RequestSnapshot request = admitted.request();
    requireInTime(timestamp(request));
    requireSignType(request.signing().of(names.signType()), admitted.key().algorithm());
    String operationType = operationType(request);
    if (!RpcText.isOperationType(operationType)) {
      throw new RefusalException(
          Rejection.SIGNATURE_MISMATCH,
          names.operationType()
              + " is '"
              + Escaping.oneLine(operationType)
              + "', which is no name of an operation");
    }
    requirement.requireOperation(operationType);
    Set<Uncovered> uncovered = uncovered(request);
    uncovered.addAll(requirement.uncoveredOperation());
    RequiredCoverage.requireCovered(uncovered, admitted.coverage());
  }

  private void requireInTime(String written) throws RefusalException {
    TimeWindow.requireWithin(
        RpcTimestamp.millis(written, rpc.timestamp()),
        rpc.clock().millis(),
        rpc.window(),
        "mgs.rpc.window",
        TimeWindow.unreadable(names.timestamp(), written, "mgs.rpc.timestamp", rpc.timestamp()));
  }

  /** The algorithm is the key's; a request that was signed by another cannot match. */
  private static void requireSignType(List<String> sent, SignatureAlgorithm algorithm)
      throws RefusalException {
    if (sent.isEmpty() || sent.get(0).isBlank()) {
      return;
    }
    SignatureAlgorithm named =
        switch (sent.get(0).strip().toUpperCase(Locale.ROOT)) {
          case "0", "MD5" -> SignatureAlgorithm.RPC_MD5;
          case "1", "HMAC-SHA1", "HMACSHA1", "HMAC_SHA1" -> SignatureAlgorithm.RPC_HMAC_SHA1;
          default -> null;
        };
    if (named != algorithm) {
      throw new RefusalException(
          Rejection.SIGNATURE_MISMATCH,
          "the request names the sign type '"
              + Escaping.oneLine(sent.get(0))
              + "', its key is one of "
              + algorithm
              + ": correct mgs.keys.\"<id>\".algorithm, or the client");
    }
  }

  private static Set<Uncovered> uncovered(RequestSnapshot request) {
    Set<Uncovered> uncovered = EnumSet.noneOf(Uncovered.class);
    if (!request.method().equals(HttpMethod.POST)) {
      uncovered.add(Uncovered.METHOD);
    }
    String query = request.target().query();
    if (query != null && !query.isEmpty()) {
      uncovered.add(Uncovered.QUERY);
    }
    return uncovered;
  }

  private String operationType(RequestSnapshot request) {
    return request.signing().of(names.operationType()).get(0);
  }

  private String timestamp(RequestSnapshot request) {
    return request.signing().of(names.timestamp()).get(0);
  }

  @Override
  public @Nullable MessageDigest digest(RequestSnapshot request) {
    return null;
  }

  @Override
  public boolean readsEntity(RequestSnapshot request) {
    return true;
  }

  @Override
  public Verified verify(Admitted<SignatureHeaders, TextKey> admitted, ReplayableEntity entity)
      throws RefusalException {
    RequestSnapshot request = admitted.request();
    String operationType = operationType(request);
    RpcText text = text(request, out -> new ReplayStream(entity).transferTo(out));
    SignatureCheck check;
    try {
      check = admitted.key().check(text::writeTo, admitted.claim().signature());
    } catch (IOException failed) {
      throw context.storage().unreadable(failed);
    }
    if (check == SignatureCheck.VALID) {
      if (context.replays().guards(ReplayScope.RPC)) {
        // who sends a body slowly enough would be verified after the guard forgot it
        requireInTime(timestamp(request));
      }
      context
          .replays()
          .requireFirst(ReplayScope.RPC, "signature", inOneWay(admitted.claim().signature()));
      return new Verified(
          admitted.keyId(),
          admitted.key().algorithm(),
          new RpcCall(operationType, text.describe(false), text.uncovered()));
    }
    throw context
        .explanations()
        .explained(
            new RefusalException(Rejection.SIGNATURE_MISMATCH, reason(admitted, check, text)),
            entity,
            0,
            bytes -> mismatch(admitted, operationType, timestamp(request), bytes).diagnose());
  }

  private RpcMismatch mismatch(
      Admitted<SignatureHeaders, TextKey> admitted,
      String operationType,
      String ts,
      byte @Nullable [] entity) {
    return new RpcMismatch(
        rpc.text(),
        operationType,
        ts,
        Optional.ofNullable(entity),
        admitted.claim().signature(),
        admitted.keyId(),
        admitted.key(),
        context.keys().known(TextKey.class));
  }

  /** A right signature, hex in either case or Base64, as the same lower-case hex. */
  private static String inOneWay(String signature) {
    return signature.length() == HMAC_BASE64
        ? HexFormat.of().formatHex(Base64.getDecoder().decode(signature))
        : signature.toLowerCase(Locale.ROOT);
  }

  private String reason(
      Admitted<SignatureHeaders, TextKey> admitted, SignatureCheck check, RpcText text) {
    StringBuilder reason =
        new StringBuilder("the ")
            .append(admitted.key().algorithm())
            .append(" signature of key '")
            .append(Escaping.oneLine(admitted.claim().keyId()))
            .append(check == SignatureCheck.MALFORMED ? "' is malformed" : "' does not match");
    if (context.explanations().written()) {
      reason.append("; string to sign: ").append(text.describe(context.explanations().values()));
    }
    return reason.toString();
  }
}
