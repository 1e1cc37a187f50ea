package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.settings.Limits;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What the schemes of one verifier share.
 *
 * @param limits of every request
 * @param coverage what is refused of what a signature does not cover, unless a resource says it
 * @param charset that bodies are signed in, where it is not the one that they declare
 * @param keys where keys are found
 * @param explanations how refusals are explained
 * @param replays what remembers requests that are served once
 * @param storage where entities lie
 * @param details whether answers tell why a request was refused
 */
public record SchemeContext(
    Limits limits,
    Coverage coverage,
    @Nullable Charset charset,
    KeyLookup keys,
    Explanations explanations,
    ReplayCheck replays,
    EntityStorage storage,
    boolean details) {

  /** The same for a scheme whose bodies are in another charset. */
  public SchemeContext withCharset(@Nullable Charset other) {
    return new SchemeContext(
        limits, coverage, other, keys, explanations, replays, storage, details);
  }
}
