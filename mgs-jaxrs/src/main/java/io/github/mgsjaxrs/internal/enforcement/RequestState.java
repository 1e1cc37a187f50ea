package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.scheme.AdmittedRequest;
import io.github.mgsjaxrs.internal.scheme.AnswerSigner;
import jakarta.ws.rs.core.Response;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** How far a request has come. */
public sealed interface RequestState {

  /** What is kept of the entity, for whoever reads it next, and to be freed in the end. */
  default @Nullable Kept kept() {
    return null;
  }

  /** What signs the answer, whatever it is; null where it is not signed. */
  default @Nullable AnswerSigner signer() {
    return null;
  }

  /**
   * What was read of an entity.
   *
   * @param entity the bytes
   * @param whole false for the beginning of one that could not be read to its end, in report mode
   * @param form the charset in which it was verified as a form; null for anything else, and in
   *     report mode
   */
  record Kept(ReplayableEntity entity, boolean whole, @Nullable Charset form) {}

  /** Nothing was asked of it, or it was not read yet. */
  record Fresh() implements RequestState {}

  /**
   * Its headers are in order, and its entity arrives while no thread waits for it: the filter is
   * called again then.
   *
   * @param admitted the request
   * @param buffer what takes its entity
   */
  record Arriving(AdmittedRequest admitted, EntityBuffer buffer) implements RequestState {}

  /** Its entity was read, and there is no verdict yet. */
  record Read(Kept kept) implements RequestState {}

  /**
   * Its signature is right.
   *
   * @param verdict whose it is
   * @param kept its entity
   * @param signer of its answer, or null
   */
  record Accepted(Verified verdict, Kept kept, @Nullable AnswerSigner signer)
      implements RequestState {}

  /**
   * In report mode: it would be refused, was counted, and goes on.
   *
   * @param kept what was read of its entity; null where nothing was
   * @param signer of its answer, or null
   */
  record Reported(@Nullable Kept kept, @Nullable AnswerSigner signer) implements RequestState {}

  /**
   * It is refused, and what was read of its entity is freed.
   *
   * @param answer what the client gets
   * @param signer of that answer, or null
   */
  record Refused(Response answer, @Nullable AnswerSigner signer) implements RequestState {}
}
