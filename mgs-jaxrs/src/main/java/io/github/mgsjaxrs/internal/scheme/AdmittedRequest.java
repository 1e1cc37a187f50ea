package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** A request whose headers are in order, and whose entity may be read. */
public interface AdmittedRequest {

  /** What is refused of what its signature does not cover. */
  Coverage coverage();

  /**
   * A buffer for the entity.
   *
   * @return an empty buffer that hashes what the signature covers
   * @throws RefusalException if the announced length is too much
   */
  EntityBuffer buffer() throws RefusalException;

  /**
   * Verifies the request with its entity.
   *
   * @param entity all of its entity
   * @param below what a layer below has parsed
   * @return the verdict that its signature is right
   * @throws RefusalException if it is not, or the entity is not what the headers announce
   */
  Verified verify(ReplayableEntity entity, ParametersBelow below) throws RefusalException;

  /**
   * The charset in which the fields of its form are verified.
   *
   * @return null where fields are not signed, or it is no form
   * @throws RefusalException if a form cannot be read in any
   */
  @Nullable Charset formCharset() throws RefusalException;

  /**
   * What signs its answer.
   *
   * @param verified its verdict
   * @return null where answers are not signed
   */
  @Nullable AnswerSigner answerSigner(Verified verified);
}
