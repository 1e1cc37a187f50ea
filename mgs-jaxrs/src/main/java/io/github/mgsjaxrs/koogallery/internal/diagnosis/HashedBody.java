package io.github.mgsjaxrs.koogallery.internal.diagnosis;

import io.github.mgsjaxrs.koogallery.crypto.AccessKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A body that is hashed once with each key, however many texts it is tried in. */
final class HashedBody {

  private final byte[] bytes;
  private final Map<AccessKey, byte[]> hmacs = new HashMap<>();

  HashedBody(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  byte[] hmac(AccessKey key) {
    return hmacs.computeIfAbsent(
        key, each -> Base64.getDecoder().decode(each.bodySignature(bytes)));
  }
}
