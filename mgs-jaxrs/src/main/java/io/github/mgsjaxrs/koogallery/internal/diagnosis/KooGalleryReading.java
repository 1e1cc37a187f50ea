package io.github.mgsjaxrs.koogallery.internal.diagnosis;

import io.github.mgsjaxrs.koogallery.crypto.AccessKey;
import io.github.mgsjaxrs.koogallery.crypto.KeyedText;
import java.util.function.Function;

/** What may have been signed, in its parts. */
@FunctionalInterface
interface KooGalleryReading {

  /** Key and text of the signature's HMAC; in version 2 the text has a digest by the key in it. */
  Function<AccessKey, KeyedText> written();
}
