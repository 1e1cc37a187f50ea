package io.github.mgsjaxrs;

/**
 * What the verification of one request came to: {@link Verified} or {@link Rejected}.
 *
 * <pre>{@code
 * Verdict verdict = verifier.verify(request, signature, keyId);
 * if (verdict instanceof Rejected rejected) {
 *   return refuse(rejected.rejection().status());
 * }
 * }</pre>
 *
 * <p>What a client can cause is a verdict, never an exception.
 */
public sealed interface Verdict permits Verified, Rejected {}
