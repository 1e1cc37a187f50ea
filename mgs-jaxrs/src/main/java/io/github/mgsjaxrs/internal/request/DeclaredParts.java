package io.github.mgsjaxrs.internal.request;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import io.github.mgsjaxrs.request.ContentType.Parameter;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code Content-Type} of a multipart body says of its parts, where everybody reads the
 * same (RFC 2046, section 5.1.1; RFC 2387, section 3.2).
 *
 * @param boundary what stands between the parts
 * @param starts each part that is named as the one to be read first
 */
public record DeclaredParts(String boundary, List<String> starts) {

  private static final String BOUNDARY = "boundary";
  private static final String START = "start";

  private static final Pattern TYPE = Pattern.compile("multipart/[a-z0-9.+-]+", CASE_INSENSITIVE);

  /** Whatever somebody may find who only looks for the word; many boundaries have it in them. */
  private static final Pattern DECLARATION =
      Pattern.compile("boundary[^a-z0-9]*=", CASE_INSENSITIVE);

  /**
   * Reads the first of the types that were sent.
   *
   * @param types all of them
   * @return the declaration; null where there is no boundary, or another one to somebody else
   */
  public static @Nullable DeclaredParts of(SentContentTypes types) {
    if (!TYPE.matcher(types.first().type()).matches()
        || DECLARATION.matcher(types.values().get(0)).results().count() != 1) {
      return null;
    }
    try {
      return of(types.first().parameters());
    } catch (MalformedRequestException otherwiseToSomebody) {
      return null;
    }
  }

  private static @Nullable DeclaredParts of(List<Parameter> parameters) {
    String boundary = "";
    for (Parameter parameter : parameters) {
      if (parameter.name().equals(BOUNDARY)) {
        boundary = parameter.value();
      } else if (hasTheWord(parameter.name()) || hasTheWord(parameter.value())) {
        return null;
      }
    }
    List<String> starts =
        parameters.stream()
            .filter(parameter -> parameter.name().equalsIgnoreCase(START))
            .map(Parameter::value)
            .toList();
    return boundary.isEmpty() ? null : new DeclaredParts(boundary, starts);
  }

  private static boolean hasTheWord(String text) {
    return text.toLowerCase(Locale.ROOT).contains(BOUNDARY);
  }
}
