package io.github.mgsjaxrs.replay;

import java.util.Locale;

/** Which requests may be sent only once; each is remembered in a cache of its own. */
public enum ReplayScope {
  /** The GET requests of KooGallery, told apart by their {@code authToken}. */
  KOOGALLERY_V1,
  /** The POST requests of KooGallery, told apart by their {@code nonce}. */
  KOOGALLERY_V2,
  /** What clients sign for the gateway, told apart by signature. */
  RPC;

  /**
   * What {@code mgs.replay.guard} calls it, and what the name of its cache ends with.
   *
   * @return {@code koogallery-v1}, {@code koogallery-v2} or {@code rpc}
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
