package io.github.mgsjaxrs.filter;

import java.io.InputStream;

/** A stream that hands on another one, which may change meanwhile. */
interface SourcedStream {

  /** Where its bytes come from now. */
  InputStream source();
}
