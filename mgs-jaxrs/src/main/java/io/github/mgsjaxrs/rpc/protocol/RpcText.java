package io.github.mgsjaxrs.rpc.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.Verified.SignedText;
import io.github.mgsjaxrs.internal.request.Escaping;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;

/**
 * The text that a client signs for the gateway: operation type, body and timestamp.
 *
 * <pre>{@code
 * Operation-Type=alipay.mobile.ic.dispatch&Request-Data=W3si…fX1d&Ts=1700000000000
 * }</pre>
 *
 * <p>The body stands in it as standard Base64 with padding and without line breaks, of its bytes as
 * they were sent; the timestamp as it was written. This was observed, see {@link RpcTemplate}.
 *
 * <p>The text is never held as a whole: it writes itself, so that a large body is read once.
 */
public final class RpcText implements SignedText {

  /** What a masked text has in place of the body. */
  private static final String MASK = "***";

  private final RpcTemplate template;
  private final String operationType;
  private final Entity entity;
  private final String ts;
  private final Set<Uncovered> uncovered;

  /** Where the body's bytes come from. */
  @FunctionalInterface
  public interface Entity {

    /**
     * Writes all bytes of the body.
     *
     * @param out takes them; it is neither flushed nor closed
     * @throws IOException if the body cannot be read
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * The text of a request.
   *
   * @param template how it is written
   * @param operationType the operation, see {@link #isOperationType}
   * @param entity the body
   * @param ts the timestamp as it was written, see {@link RpcTimestamp}
   * @param uncovered what could be changed in the request without changing the text
   */
  public RpcText(
      RpcTemplate template,
      String operationType,
      Entity entity,
      String ts,
      Set<Uncovered> uncovered) {
    this.template = Objects.requireNonNull(template, "template");
    this.operationType = Objects.requireNonNull(operationType, "operationType");
    this.entity = Objects.requireNonNull(entity, "entity");
    this.ts = Objects.requireNonNull(ts, "ts");
    this.uncovered = Set.copyOf(uncovered);
  }

  /**
   * Whether a text can be the name of an operation: visible ASCII without {@code &}.
   *
   * <p>This is a check of security. The MD5 of a secret followed by a text can be continued by
   * somebody who does not know the secret ("length extension"): to a text that has the signed one
   * and bytes of MD5's own in its operation type, and a body of the attacker's behind it. Nothing
   * but a name of visible signs leaves no room for these bytes.
   *
   * @param value what a request names
   * @return false where it is empty or has any other sign in it
   */
  public static boolean isOperationType(String value) {
    return !value.isEmpty() && value.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '&');
  }

  /**
   * Writes the text.
   *
   * @param out takes the bytes in UTF-8; it is neither flushed nor closed
   * @throws IOException if the body cannot be read, or the stream fails
   */
  public void writeTo(OutputStream out) throws IOException {
    for (String part : template.parts()) {
      switch (part) {
        case RpcTemplate.OPERATION_TYPE -> out.write(operationType.getBytes(UTF_8));
        case RpcTemplate.TS -> out.write(ts.getBytes(UTF_8));
        case RpcTemplate.REQUEST_DATA -> {
          // closing writes the padding
          try (OutputStream base64 = Base64.getEncoder().wrap(new Unclosed(out))) {
            entity.writeTo(base64);
          }
        }
        default -> out.write(part.getBytes(UTF_8));
      }
    }
  }

  @Override
  public Set<Uncovered> uncovered() {
    return uncovered;
  }

  /** With three asterisks in place of the body, which may be large, and of personal data. */
  @Override
  public String describe(boolean values) {
    return Escaping.oneLine(masked());
  }

  private String masked() {
    return template.write(operationType, MASK, ts);
  }

  /** The masked text. */
  @Override
  public String toString() {
    return masked();
  }

  /** Passes everything on but the end. */
  private static final class Unclosed extends FilterOutputStream {

    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void flush() {
      // whoever gave the stream flushes it
    }

    @Override
    public void close() {
      // whoever gave the stream closes it
    }
  }
}
