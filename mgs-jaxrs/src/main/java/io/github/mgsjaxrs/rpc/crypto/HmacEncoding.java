package io.github.mgsjaxrs.rpc.crypto;

/** How an HMAC-SHA1 of 20 bytes is written ({@code mgs.rpc.hmac-encoding}). */
public enum HmacEncoding {
  /** Either of the two: their lengths tell them apart. */
  BOTH,
  /** 40 hex digits in either case. */
  HEX,
  /** 28 characters of standard Base64, its padding included. */
  BASE64
}
