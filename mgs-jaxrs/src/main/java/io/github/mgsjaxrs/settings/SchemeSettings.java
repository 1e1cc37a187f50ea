package io.github.mgsjaxrs.settings;

import io.github.mgsjaxrs.Scheme;

/**
 * How the requests of one scheme are verified. Each scheme has one immutable class of them; no
 * others are taken.
 */
public interface SchemeSettings {

  /**
   * The scheme.
   *
   * @return the same for all settings of one class
   */
  Scheme scheme();
}
