package io.github.mgsjaxrs.rpc.protocol;

import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.internal.request.TextTemplate;
import java.util.List;
import java.util.Objects;

/**
 * How the text is written that a client signs for the gateway ({@code mgs.rpc.text}).
 *
 * <p>The default was observed; no page of the gateway's documentation tells it. Each of the three
 * places stands in it exactly once, as what is not in the text is not signed. Something that can be
 * no part of Base64 or of a timestamp stands between two places, so that one text cannot be read as
 * that of two requests.
 *
 * <pre>
 * {@code RpcTemplate.of("Operation-Type={operation-type}&Request-Data={request-data}&Ts={ts}")}
 * </pre>
 */
public final class RpcTemplate {

  static final String OPERATION_TYPE = "{operation-type}";
  static final String REQUEST_DATA = "{request-data}";
  static final String TS = "{ts}";

  /** The text that was observed. */
  public static final RpcTemplate DEFAULT =
      of("Operation-Type={operation-type}&Request-Data={request-data}&Ts={ts}");

  private final TextTemplate text;

  private RpcTemplate(TextTemplate text) {
    this.text = text;
  }

  /**
   * Reads a template.
   *
   * @param template the text with {@code {operation-type}}, {@code {request-data}} and {@code {ts}}
   * @return the template
   * @throws IllegalArgumentException if a place is missing, is there twice, or nothing separates it
   *     from the one before
   */
  public static RpcTemplate of(String template) {
    TextTemplate text = TextTemplate.of(template, OPERATION_TYPE, REQUEST_DATA, TS);
    List<String> parts = text.parts();
    int last = -1;
    for (int i = 0; i < parts.size(); i++) {
      if (isPlace(parts.get(i))) {
        if (last >= 0 && !separates(String.join("", parts.subList(last + 1, i)))) {
          throw new IllegalArgumentException(
              "The template '"
                  + Escaping.oneLine(template)
                  + "' has nothing between "
                  + parts.get(last)
                  + " and "
                  + parts.get(i)
                  + " that Base64 cannot hold: write a sign such as & between them");
        }
        last = i;
      }
    }
    return new RpcTemplate(text);
  }

  private static boolean isPlace(String part) {
    return part.equals(OPERATION_TYPE) || part.equals(REQUEST_DATA) || part.equals(TS);
  }

  private static boolean separates(String literal) {
    return literal.chars().anyMatch(c -> !isBase64(c));
  }

  private static boolean isBase64(int c) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || c == '+'
        || c == '/'
        || c == '=';
  }

  List<String> parts() {
    return text.parts();
  }

  /**
   * The text with these parts.
   *
   * @param operationType the operation type
   * @param requestData the body as it is to stand in the text
   * @param ts the timestamp
   * @return the text
   */
  public String write(String operationType, String requestData, String ts) {
    StringBuilder written = new StringBuilder();
    for (String part : parts()) {
      written.append(
          switch (part) {
            case OPERATION_TYPE -> operationType;
            case REQUEST_DATA -> requestData;
            case TS -> ts;
            default -> part;
          });
    }
    return written.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RpcTemplate another && text.equals(another.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  /** The template as it was written. */
  @Override
  public String toString() {
    return text.toString();
  }
}
