package io.github.mgsjaxrs.crypto;

import java.io.IOException;
import java.io.OutputStream;

/**
 * What was signed, where it is too long to be held in one array: a file, say, or a body between
 * other text.
 *
 * <pre>{@code
 * SignatureCheck check = key.check(file::transferTo, signature);
 * }</pre>
 */
@FunctionalInterface
public interface SignedContent {

  /**
   * Writes all of it, once.
   *
   * @param out takes the bytes; it is neither flushed nor closed
   * @throws IOException if the content cannot be read
   */
  void writeTo(OutputStream out) throws IOException;
}
