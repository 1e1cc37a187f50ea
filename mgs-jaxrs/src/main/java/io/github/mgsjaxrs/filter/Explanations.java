package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.MgsSettings;
import io.github.mgsjaxrs.MgsSettings.Diagnostics;
import io.github.mgsjaxrs.Mode;
import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.diagnosis.Diagnosis;
import io.github.mgsjaxrs.diagnosis.KooGalleryMismatch;
import io.github.mgsjaxrs.diagnosis.Mismatch;
import io.github.mgsjaxrs.diagnosis.RpcMismatch;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.protocol.Body;
import io.github.mgsjaxrs.protocol.Escaping;
import io.github.mgsjaxrs.protocol.SignedRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a refusal what would have made the signature match, where the settings ask for it. The
 * request is refused all the same.
 */
final class Explanations {

  /** As much as lies in memory by default: a dozen variations of it are written and hashed. */
  private static final int MOST_ENTITY_BYTES = 256 * 1024;

  /** Of path, query and form together: all of it is in each of some hundred texts to be tried. */
  private static final int MOST_TEXT = 128 * 1024;

  private final MgsSettings settings;
  private final KeyResolver keys;
  private final BooleanSupplier wanted;
  private final boolean written;
  private final DiagnosisBudget budget = new DiagnosisBudget(System::nanoTime);

  private Explanations(
      MgsSettings settings, KeyResolver keys, BooleanSupplier wanted, boolean written) {
    this.settings = settings;
    this.keys = keys;
    this.wanted = wanted;
    this.written = written;
  }

  /**
   * For logs: with {@code mgs.diagnostics=log} or in report mode, only so many a minute, and only
   * while the level of the logger lets refusals be written at all.
   */
  static Explanations inServer(MgsSettings settings, KeyResolver keys) {
    if (settings.mode() == Mode.REPORT) {
      return new Explanations(settings, keys, ReportLog::isWritten, true);
    }
    return settings.diagnostics() == Diagnostics.OFF
        ? new Explanations(settings, keys, () -> false, false)
        : new Explanations(settings, keys, Enforcement::writesRefusals, true);
  }

  /** For somebody who asks about one request, and writes what is found in a way of his own. */
  static Explanations unwritten(MgsSettings settings, KeyResolver keys) {
    return new Explanations(settings, keys, () -> true, false);
  }

  /** Whether refusals are explained now. */
  boolean wanted() {
    return wanted.getAsBoolean();
  }

  /** Whether the reasons of refusals are to tell the string to sign and the explanation. */
  boolean written() {
    return written;
  }

  /**
   * The refusal with its explanation.
   *
   * @param refusal why the request is refused
   * @param admitted its headers and its key
   * @param request what was judged
   * @param entity its entity
   * @return the same refusal, or one that tells more
   */
  RefusalException explained(
      RefusalException refusal,
      RequestVerification.Admitted admitted,
      SignedRequest request,
      ReplayableEntity entity) {
    return switch (refusal.rejected().rejection()) {
      case SIGNATURE_MISMATCH, NOT_COVERED, PARAMETERS_MALFORMED ->
          wanted() ? diagnosed(refusal.rejected(), admitted, request, entity) : refusal;
      default -> refusal;
    };
  }

  /**
   * The refusal of a client's call with its explanation.
   *
   * @param refusal why the call is refused
   * @param admitted its headers and its key
   * @param operationType its operation type
   * @param ts its timestamp as it was written
   * @param entity its entity
   * @return the same refusal, or one that tells more
   */
  RefusalException explained(
      RefusalException refusal,
      RequestVerification.Admitted admitted,
      String operationType,
      String ts,
      ReplayableEntity entity) {
    return wanted()
        ? diagnosed(
            refusal.rejected(),
            entity,
            bytes ->
                Diagnosis.of(
                    new RpcMismatch(
                        settings.rpc().text(),
                        operationType,
                        ts,
                        Optional.ofNullable(bytes),
                        admitted.claim().signature(),
                        admitted.keyId(),
                        admitted.key(),
                        KnownKeys.of(keys))))
        : refusal;
  }

  /**
   * The refusal of a request of KooGallery with its explanation.
   *
   * @param refusal why the request is refused
   * @param admitted its query and the keys that were tried
   * @param entity its entity
   * @return the same refusal, or one that tells more
   */
  RefusalException explained(
      RefusalException refusal, RequestVerification.Admitted admitted, ReplayableEntity entity) {
    String sent = admitted.request().target().query();
    String query = sent == null ? "" : sent;
    if (!wanted()) {
      return refusal;
    }
    return written && query.length() > MOST_TEXT
        ? tooLong(refusal.rejected())
        : diagnosed(
            refusal.rejected(),
            entity,
            bytes ->
                Diagnosis.of(
                    new KooGalleryMismatch(
                        query,
                        Optional.ofNullable(bytes),
                        KnownKeys.of(admitted.keys()),
                        settings.kooGallery().keys(),
                        KnownKeys.of(keys),
                        settings.limits().parameters())));
  }

  private RefusalException tooLong(Rejected rejected) {
    return told(
        rejected,
        Diagnosis.NONE,
        "not diagnosed, as path, query and form have more than " + MOST_TEXT + " characters");
  }

  private RefusalException diagnosed(
      Rejected rejected,
      RequestVerification.Admitted admitted,
      SignedRequest request,
      ReplayableEntity entity) {
    if (written && textLength(request) > MOST_TEXT) {
      return tooLong(rejected);
    }
    return diagnosed(rejected, entity, bytes -> Diagnosis.of(mismatch(admitted, request, bytes)));
  }

  /** Looks for causes, with the bytes of the entity or, where they are not at hand, null. */
  private interface Look {
    Diagnosis at(byte @Nullable [] bytes);
  }

  private RefusalException diagnosed(Rejected rejected, ReplayableEntity entity, Look look) {
    if (!budget.take()) {
      return told(rejected, Diagnosis.NONE, "not diagnosed, as too many were in the last minute");
    }
    try {
      byte[] bytes = bytes(entity);
      Diagnosis diagnosis = look.at(bytes);
      String unread = bytes == null ? " (the body is too large to try variations of it)" : "";
      return told(rejected, diagnosis, Escaping.oneLine(diagnosis.describe()) + unread);
    } catch (RuntimeException failed) {
      // the refusal stands, whatever became of its explanation
      return told(rejected, Diagnosis.NONE, "not diagnosed, as that failed: " + failed);
    } finally {
      budget.giveBack();
    }
  }

  private static long textLength(SignedRequest request) {
    long query = request.query() == null ? 0 : request.query().length();
    long form = request.body() instanceof Body.Form fields ? fields.length() : 0;
    return request.path().length() + query + form;
  }

  private RefusalException told(Rejected rejected, Diagnosis diagnosis, String text) {
    String reason = written ? rejected.reason() + "; " + text : rejected.reason();
    return new RefusalException(rejected.rejection(), reason, diagnosis);
  }

  private Mismatch mismatch(
      RequestVerification.Admitted admitted, SignedRequest request, byte @Nullable [] entity) {
    return new Mismatch(
        request,
        Optional.ofNullable(entity),
        admitted.claim().signature(),
        admitted.keyId(),
        admitted.key(),
        KnownKeys.of(keys),
        settings.canonicalization(),
        admitted.coverage(),
        settings.limits().parameters());
  }

  /** Only what is in memory: to read a file might block a thread that must not be blocked. */
  private byte @Nullable [] bytes(ReplayableEntity entity) {
    if (entity.onDisk() || (written && entity.length() > MOST_ENTITY_BYTES)) {
      return null;
    }
    try {
      return entity.bytes();
    } catch (IOException closed) {
      return null;
    }
  }
}
