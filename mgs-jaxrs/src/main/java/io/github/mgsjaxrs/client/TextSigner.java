package io.github.mgsjaxrs.client;

import io.github.mgsjaxrs.crypto.Sm2Parameters;

/** One algorithm with the key that signs; its name is all that is printed of it. */
sealed interface TextSigner permits SaltedTextSigner, RsaTextSigner, Sm2TextSigner {

  /** The signature as it stands in the header. */
  String sign(byte[] text);

  /** The same key with other parameters, where the algorithm has any. */
  default TextSigner with(Sm2Parameters parameters) {
    return this;
  }
}
