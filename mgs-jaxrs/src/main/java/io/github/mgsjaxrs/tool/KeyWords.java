package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.crypto.SignatureAlgorithm;
import io.github.mgsjaxrs.protocol.Scheme;

/** What both sides share is a salt where the gateway signs, and a secret where a client does. */
final class KeyWords {

  private KeyWords() {}

  /** The word at the start of a prompt. */
  static String of(SignatureAlgorithm algorithm) {
    return algorithm.scheme() == Scheme.RPC ? "Secret" : "Salt";
  }
}
