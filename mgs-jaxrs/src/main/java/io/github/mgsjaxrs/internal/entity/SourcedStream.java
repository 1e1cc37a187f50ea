package io.github.mgsjaxrs.internal.entity;

import java.io.InputStream;

/** A stream that hands on another one, which may change meanwhile. */
public interface SourcedStream {

  /** Where its bytes come from now. */
  InputStream source();
}
