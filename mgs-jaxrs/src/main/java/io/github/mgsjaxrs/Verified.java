package io.github.mgsjaxrs;

import io.github.mgsjaxrs.Coverage.Uncovered;
import java.util.Optional;
import java.util.Set;

/**
 * The signature is right.
 *
 * @param keyId the id of the key that it was verified with
 * @param algorithm the algorithm of that key
 * @param stringToSign the text that was signed; a {@link
 *     io.github.mgsjaxrs.backend.protocol.StringToSign} where the gateway signed for a backend
 */
public record Verified(String keyId, SignatureAlgorithm algorithm, SignedText stringToSign)
    implements Verdict, VerifiedCaller {

  /** What a signature is of, whichever scheme it belongs to. */
  public interface SignedText {

    /**
     * What could be changed in the request without changing the text.
     *
     * @return the parts, empty if there is none
     */
    Set<Uncovered> uncovered();

    /**
     * What a part is in this request, for an operator's log.
     *
     * @param part one of {@link #uncovered()}
     * @return a noun phrase, without line feeds and control characters
     */
    default String describe(Uncovered part) {
      return part.description();
    }

    /**
     * The operation that was signed for, where the text names one.
     *
     * @return empty where resources are named by method and path alone
     */
    default Optional<String> operation() {
      return Optional.empty();
    }

    /**
     * The headers that the signature is of with their values, where a scheme {@linkplain
     * Scheme#signsHeaders() signs headers of the application}. One that is not among them can be
     * anybody's.
     *
     * @return names in lower case; empty where the scheme signs none but its own
     */
    default Optional<Set<String>> signedHeaders() {
      return Optional.empty();
    }

    /**
     * The text for an operator's log: one line, line feeds and control characters made visible,
     * long values shortened.
     *
     * @param values whether the values that a client chose are shown; otherwise they are masked
     * @return the escaped text
     */
    String describe(boolean values);
  }
}
