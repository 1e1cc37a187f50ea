package io.github.mgsjaxrs.internal.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with named places in it, each exactly once, as in {@code {secret}&{text}}. It is part of
 * this library's inside, not of its interface.
 */
public final class TextTemplate {

  private static final Pattern PLACE = Pattern.compile("\\{[a-z-]+}");

  private final String template;
  private final List<String> parts;

  private TextTemplate(String template, List<String> parts) {
    this.template = template;
    this.parts = parts;
  }

  /**
   * Reads a template.
   *
   * @param template the text; braces stand around places only
   * @param places the places with their braces
   * @return the template
   * @throws IllegalArgumentException if a place is missing or there twice, or another one is there
   */
  public static TextTemplate of(String template, String... places) {
    List<String> parts = parts(template);
    for (String place : places) {
      long times = parts.stream().filter(place::equals).count();
      if (times != 1) {
        throw unfit(template, "has " + place + " " + times + " times", places);
      }
    }
    List<String> known = Arrays.asList(places);
    for (String part : parts) {
      if (!known.contains(part) && (part.indexOf('{') >= 0 || part.indexOf('}') >= 0)) {
        throw unfit(template, "has braces that are around none of these", places);
      }
    }
    return new TextTemplate(template, parts);
  }

  private static IllegalArgumentException unfit(String template, String found, String... places) {
    return new IllegalArgumentException(
        "The template '"
            + Escaping.oneLine(template)
            + "' "
            + found
            + ": each of "
            + String.join(", ", places)
            + " exactly once is needed");
  }

  private static List<String> parts(String template) {
    List<String> parts = new ArrayList<>();
    Matcher place = PLACE.matcher(template);
    int from = 0;
    while (place.find()) {
      addLiteral(parts, template.substring(from, place.start()));
      parts.add(place.group());
      from = place.end();
    }
    addLiteral(parts, template.substring(from));
    return List.copyOf(parts);
  }

  private static void addLiteral(List<String> parts, String literal) {
    if (!literal.isEmpty()) {
      parts.add(literal);
    }
  }

  /**
   * The text in its parts: a place with its braces, anything else as it stands.
   *
   * @return none of them empty, in the order in which they are written
   */
  public List<String> parts() {
    return parts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TextTemplate another && template.equals(another.template);
  }

  @Override
  public int hashCode() {
    return Objects.hash(template);
  }

  /** The template as it was written. */
  @Override
  public String toString() {
    return template;
  }
}
