package io.github.mgsjaxrs.internal.diagnosis;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A body with other line ends, or with and without what editors put at its edges. */
public final class BodyBytes {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private BodyBytes() {}

  public static byte[] withByteOrderMark(byte[] body) {
    byte[] marked = Arrays.copyOf(BYTE_ORDER_MARK, BYTE_ORDER_MARK.length + body.length);
    System.arraycopy(body, 0, marked, BYTE_ORDER_MARK.length, body.length);
    return marked;
  }

  /** The rest behind the mark; null if there is none. */
  public static byte @Nullable [] withoutByteOrderMark(byte[] body) {
    int length = BYTE_ORDER_MARK.length;
    return body.length >= length && Arrays.equals(body, 0, length, BYTE_ORDER_MARK, 0, length)
        ? Arrays.copyOfRange(body, length, body.length)
        : null;
  }

  /** Line feeds that stand alone get a carriage return. */
  public static byte[] withCarriageReturns(byte[] body) {
    ByteArrayOutputStream result = new ByteArrayOutputStream(body.length + 64);
    for (int i = 0; i < body.length; i++) {
      if (body[i] == '\n' && (i == 0 || body[i - 1] != '\r')) {
        result.write('\r');
      }
      result.write(body[i]);
    }
    return result.toByteArray();
  }

  /** Carriage returns in front of line feeds are left out. */
  public static byte[] withoutCarriageReturns(byte[] body) {
    ByteArrayOutputStream result = new ByteArrayOutputStream(body.length);
    for (int i = 0; i < body.length; i++) {
      if (body[i] != '\r' || i + 1 == body.length || body[i + 1] != '\n') {
        result.write(body[i]);
      }
    }
    return result.toByteArray();
  }

  public static byte[] withLineFeed(byte[] body) {
    byte[] longer = Arrays.copyOf(body, body.length + 1);
    longer[body.length] = '\n';
    return longer;
  }

  /** Without the line feed at the end, and a carriage return in front of it. */
  public static byte[] withoutLastLineEnd(byte[] body) {
    int end = body.length - 1;
    return Arrays.copyOf(body, end > 0 && body[end - 1] == '\r' ? end - 1 : end);
  }
}
