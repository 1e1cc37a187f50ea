package io.github.mgsjaxrs.internal.runtime;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A form in which each field has one {@code =}, and those in values are escaped: Quarkus REST cuts
 * a value at the next one where it reads all fields.
 */
public final class OneEqualsSign extends FilterInputStream {

  private static final byte[] ESCAPE = "%3D".getBytes(StandardCharsets.US_ASCII);

  private boolean inValue;
  private int escaped = ESCAPE.length;

  public OneEqualsSign(InputStream form) {
    super(new BufferedInputStream(form));
  }

  @Override
  public int read() throws IOException {
    if (escaped < ESCAPE.length) {
      return ESCAPE[escaped++];
    }
    int next = in.read();
    if (next == '=' && inValue) {
      escaped = 1;
      return ESCAPE[0];
    }
    inValue = next == '=' || (inValue && next != '&');
    return next;
  }

  @Override
  public int read(byte[] target, int from, int count) throws IOException {
    int done = 0;
    while (done < count) {
      int next = read();
      if (next < 0) {
        return done == 0 ? -1 : done;
      }
      target[from + done++] = (byte) next;
    }
    return done;
  }

  @Override
  public long skip(long count) throws IOException {
    long done = 0;
    while (done < count && read() >= 0) {
      done++;
    }
    return done;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
