package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.request.Escaping;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a refusal what would have made the signature match, where the settings ask for it. The
 * request is refused all the same.
 */
public final class Explanations {

  /** As much as lies in memory by default: a dozen variations of it are written and hashed. */
  private static final int MOST_ENTITY_BYTES = 256 * 1024;

  /** Of path, query and form together: all of it is in each of some hundred texts to be tried. */
  private static final int MOST_TEXT = 128 * 1024;

  private final BooleanSupplier wanted;
  private final boolean written;
  private final boolean values;
  private final Consumer<Diagnosis> found;
  private final DiagnosisBudget budget = new DiagnosisBudget(System::nanoTime);

  private Explanations(
      BooleanSupplier wanted, boolean written, boolean values, Consumer<Diagnosis> found) {
    this.wanted = wanted;
    this.written = written;
    this.values = values;
    this.found = found;
  }

  /** For who asks for none. */
  public static Explanations none() {
    return new Explanations(() -> false, false, false, diagnosis -> {});
  }

  /**
   * For logs: only so many a minute, and only while refusals are written at all.
   *
   * @param wanted whether they are
   * @param values whether they show what clients sent
   */
  public static Explanations inLog(BooleanSupplier wanted, boolean values) {
    return new Explanations(wanted, true, values, diagnosis -> {});
  }

  /**
   * For somebody who asks about one request, and writes what is found in a way of his own.
   *
   * @param found takes it
   */
  public static Explanations unwritten(Consumer<Diagnosis> found) {
    return new Explanations(() -> true, false, false, found);
  }

  /** Whether refusals are explained now. */
  public boolean wanted() {
    return wanted.getAsBoolean();
  }

  /** Whether the reasons of refusals are to tell the string to sign and the explanation. */
  public boolean written() {
    return written;
  }

  /** Whether the string to sign is shown with the values that clients sent. */
  public boolean values() {
    return values;
  }

  /** Looks for causes, with the bytes of the entity or, where they are not at hand, null. */
  public interface Look {

    /** What would have made the signature match. */
    Diagnosis at(byte @Nullable [] entity);
  }

  /**
   * The refusal with its explanation.
   *
   * @param refusal why the request is refused
   * @param entity its entity
   * @param characters of path, query and form together
   * @param look looks for causes
   * @return the same refusal, or one that tells more
   */
  public RefusalException explained(
      RefusalException refusal, ReplayableEntity entity, long characters, Look look) {
    if (!wanted()) {
      return refusal;
    }
    if (written && characters > MOST_TEXT) {
      return told(
          refusal.rejected(),
          "not diagnosed, as path, query and form have more than " + MOST_TEXT + " characters");
    }
    return diagnosed(refusal.rejected(), entity, look);
  }

  private RefusalException diagnosed(Rejected rejected, ReplayableEntity entity, Look look) {
    if (!budget.take()) {
      return told(rejected, "not diagnosed, as too many were in the last minute");
    }
    try {
      byte[] bytes = bytes(entity);
      Diagnosis diagnosis = look.at(bytes);
      found.accept(diagnosis);
      String unread = bytes == null ? " (the body is too large to try variations of it)" : "";
      return told(rejected, Escaping.oneLine(diagnosis.describe()) + unread);
    } catch (RuntimeException failed) {
      // the refusal stands, whatever became of its explanation
      return told(rejected, "not diagnosed, as that failed: " + failed);
    } finally {
      budget.giveBack();
    }
  }

  private RefusalException told(Rejected rejected, String text) {
    String reason = written ? rejected.reason() + "; " + text : rejected.reason();
    return new RefusalException(rejected.rejection(), reason);
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
