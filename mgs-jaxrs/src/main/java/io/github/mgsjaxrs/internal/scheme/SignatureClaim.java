package io.github.mgsjaxrs.internal.scheme;

import java.util.List;

/** What a request says of its signature, before anything of it is known to be true. */
public interface SignatureClaim {

  /** The signature as written. */
  String signature();

  /** The ids of the keys that it may be of: one, where the request names it. */
  List<String> keyIds();

  /** The id of the key; the first one, where the request names none. */
  default String keyId() {
    return keyIds().get(0);
  }
}
