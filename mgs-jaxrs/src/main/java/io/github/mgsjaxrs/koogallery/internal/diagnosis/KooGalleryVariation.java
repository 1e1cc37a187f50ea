package io.github.mgsjaxrs.koogallery.internal.diagnosis;

import io.github.mgsjaxrs.internal.diagnosis.Finding;
import java.util.function.UnaryOperator;

/**
 * One way in which KooGallery's text may have been written otherwise.
 *
 * @param part the part that it changes
 * @param finding what it means if it matches
 * @param change makes the text of it
 * @param <R> the version
 */
record KooGalleryVariation<R extends KooGalleryReading>(
    Part part, Finding finding, UnaryOperator<R> change) {

  /** What can be changed besides the others. */
  enum Part {
    /** Which parameters, in version 1. */
    SELECTION,
    /** Parameters without a value, in version 1. */
    VALUELESS,
    /** In which order. */
    ORDER,
    /** Their encoding, in version 1. */
    WRITING,
    /** What stands between and around them, in version 1. */
    JOIN,
    /** How the time is written. */
    TIME,
    /** How the nonce is written, in version 2. */
    NONCE,
    /** The body, in version 2. */
    BODY,
    /** What of the body enters the text, in version 2. */
    DIGEST,
    /** Where the access key stands. */
    KEY
  }
}
