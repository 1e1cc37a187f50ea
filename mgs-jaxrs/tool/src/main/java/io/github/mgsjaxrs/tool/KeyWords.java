package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.SignatureAlgorithm;

/**
 * What both sides share is a salt where the gateway signs, a secret where a client does, and an
 * access key where KooGallery does.
 */
final class KeyWords {

  private KeyWords() {}

  /** The word at the start of a prompt. */
  static String of(SignatureAlgorithm algorithm) {
    return switch (algorithm.scheme()) {
      case BACKEND -> "Salt";
      case RPC -> "Secret";
      case KOOGALLERY -> "Access key";
    };
  }
}
