package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.SignatureAlgorithm;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What one request came to, for those who watch: immutable, and without anything secret. It has no
 * signature, no salt, no query and nothing of the body.
 *
 * <p>With {@code mgs-cdi} it is a CDI event, told after the fact and on another thread:
 *
 * <pre>{@code
 * void refused(@ObservesAsync VerdictEvent event) {
 *   if (event.outcome() == VerdictEvent.Outcome.REJECTED) {
 *     alarms.count(event.rejection(), event.path());
 *   }
 * }
 * }</pre>
 *
 * <p>Method and path are a stranger's words. Ids of keys are those of the configuration alone.
 *
 * @param outcome what was done with the request
 * @param rejection why it was refused, or would have been; null if it was verified
 * @param algorithm the algorithm of the key that it names; null if there is no such key, or the
 *     request was refused before its key was looked for
 * @param keyId the id of that key as the configuration has it; null like the algorithm, for an id
 *     in a spelling that no setting has, and where several keys were tried and none matched
 * @param method the method as it was sent
 * @param path the raw path as it was sent, with the context path and without the query
 * @param entityBytes how many bytes of the entity were read; {@link #UNREAD} if it was refused, or
 *     would have been, by its headers alone
 * @param duration from the filter's first look at the request to the verdict, the arrival of the
 *     entity included
 */
public record VerdictEvent(
    Outcome outcome,
    @Nullable Rejection rejection,
    @Nullable SignatureAlgorithm algorithm,
    @Nullable String keyId,
    String method,
    String path,
    long entityBytes,
    Duration duration) {

  /** For {@link #entityBytes()}: nothing of the entity was asked for. */
  public static final long UNREAD = -1;

  /** What was done with a request. */
  public enum Outcome {
    /** Its signature is right; in report mode too. */
    VERIFIED,
    /** It was answered with a refusal. */
    REJECTED,
    /** It would have been refused, and was served because {@code mgs.mode} is {@code report}. */
    REPORTED
  }

  /** Checks that what has to be there is there. */
  public VerdictEvent {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(duration, "duration");
    if ((outcome == Outcome.VERIFIED) != (rejection == null)) {
      throw new IllegalArgumentException(outcome + " does not go with rejection " + rejection);
    }
  }

  /**
   * The gateway's result code of the rejection.
   *
   * @return the code; empty if the request was verified, or the gateway has none (413 and 503)
   */
  public OptionalInt code() {
    return rejection == null ? OptionalInt.empty() : rejection.code();
  }
}
