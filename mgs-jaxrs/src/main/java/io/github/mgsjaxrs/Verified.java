package io.github.mgsjaxrs;

import io.github.mgsjaxrs.crypto.SignatureAlgorithm;
import io.github.mgsjaxrs.protocol.StringToSign;

/**
 * The signature is right.
 *
 * @param keyId the id of the key that it was verified with
 * @param algorithm the algorithm of that key
 * @param stringToSign the text that was signed
 */
public record Verified(String keyId, SignatureAlgorithm algorithm, StringToSign stringToSign)
    implements Verdict, VerifiedCaller {}
