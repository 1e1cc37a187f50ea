package io.github.mgsjaxrs.internal.diagnosis;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What something between whoever signed and here may have done to a body, the other way round.
 *
 * @param why what it means if the body matches with it
 * @param change makes the body as it was signed, or null where this one cannot be changed so; it is
 *     made when it is tried, and not kept
 */
public record BodyChange(String why, Change change) {

  /** Makes another body. */
  @FunctionalInterface
  public interface Change {
    byte @Nullable [] of(byte[] body);
  }

  /** All of them. */
  public static final List<BodyChange> ALL =
      List.of(
          new BodyChange(
              "The body was signed without its byte order mark", BodyBytes::withoutByteOrderMark),
          new BodyChange(
              "The body was signed with a byte order mark in front, which it does not have here",
              BodyBytes::withByteOrderMark),
          new BodyChange(
              "The body was signed with \\r\\n for \\n: something between changed its line ends",
              BodyBytes::withCarriageReturns),
          new BodyChange(
              "The body was signed with \\n for \\r\\n: something between changed its line ends",
              BodyBytes::withoutCarriageReturns),
          new BodyChange(
              "The body was signed with a line feed behind it, which it does not have here",
              BodyBytes::withLineFeed),
          new BodyChange(
              "The body was signed without the line end behind it",
              body ->
                  body.length > 0 && body[body.length - 1] == '\n'
                      ? BodyBytes.withoutLastLineEnd(body)
                      : null),
          new BodyChange(
              "The JSON body was signed as written anew without white space: something between"
                  + " parsed it and wrote it again",
              JsonWhiteSpace::without));

  /** The same body where this one cannot be changed so. */
  public UnaryOperator<byte[]> orSame() {
    return body -> {
      byte[] changed = change.of(body);
      return changed == null ? body : changed;
    };
  }
}
