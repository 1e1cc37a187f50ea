package io.github.mgsjaxrs;

/**
 * The signature is right.
 *
 * @param keyId the id of the key that it was verified with
 * @param algorithm the algorithm of that key
 * @param stringToSign the text that was signed; a {@link
 *     io.github.mgsjaxrs.backend.protocol.StringToSign} where the gateway signed for a backend
 */
public record Verified(String keyId, SignatureAlgorithm algorithm, SignedText stringToSign)
    implements Verdict, VerifiedCaller {}
