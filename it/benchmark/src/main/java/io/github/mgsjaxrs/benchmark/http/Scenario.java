package io.github.mgsjaxrs.benchmark.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A kind of request that is sent again and again, of a body's length that is chosen beside it. */
enum Scenario {
  UNFILTERED(FilterMode.UNFILTERED, KeyId.MD5, "echo"),
  MD5(FilterMode.VERIFIED, KeyId.MD5, "echo"),

  /** As {@link #MD5}, but each on a connection of its own, which the server closes. */
  MD5_CLOSED(FilterMode.VERIFIED, KeyId.MD5, "echo"),
  SM2(FilterMode.VERIFIED, KeyId.SM2, "echo"),
  DOCUMENTED_SM2(FilterMode.DOCUMENTED, KeyId.SM2, "echo"),
  UNFILTERED_STREAM(FilterMode.UNFILTERED, KeyId.MD5, "stream"),
  MD5_STREAM(FilterMode.VERIFIED, KeyId.MD5, "stream"),

  /** With a method that asks for a parameter of the query. */
  UNFILTERED_PARAMETER(FilterMode.UNFILTERED, KeyId.MD5, "parameter"),
  MD5_PARAMETER(FilterMode.VERIFIED, KeyId.MD5, "parameter"),

  /** Without a signature; the body is announced and never sent, the server closes. */
  UNSIGNED(FilterMode.VERIFIED, null, "echo");

  /** Who signs. */
  enum KeyId {
    MD5,
    SM2;

    /** The id in the request's header. */
    String text() {
      return "benchmark-" + name().toLowerCase(Locale.ROOT);
    }
  }

  private final FilterMode mode;
  private final @Nullable KeyId key;
  private final String resource;

  Scenario(FilterMode mode, @Nullable KeyId key, String resource) {
    this.mode = mode;
    this.key = key;
    this.resource = resource;
  }

  /** The raw path. */
  String path() {
    return mode.base() + "/" + resource;
  }

  /** The key that signs; null for a request without a signature. */
  @Nullable KeyId key() {
    return key;
  }

  boolean signed() {
    return key != null;
  }

  /** Whether the server closes the connection after its answer. */
  boolean closes() {
    return this == UNSIGNED || this == MD5_CLOSED;
  }
}
