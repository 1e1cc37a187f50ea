package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.SignatureAlgorithm;

/** What both sides share, in the word of those who sign: a salt, a secret, an access key. */
final class KeyWords {

  private KeyWords() {}

  /** The word at the start of a prompt. */
  static String of(SignatureAlgorithm algorithm) {
    String word = algorithm.scheme().secret();
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
