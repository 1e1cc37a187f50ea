package io.github.mgsjaxrs.apigateway.protocol;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.internal.request.SentHeaders;

/**
 * The bounds of what a stranger has signed headers be ({@code mgs.apigateway.limits.*}).
 *
 * @param headers how many a request may list, 0 to 256
 * @param name how many characters a listed name may have, 1 to 1,024
 * @param values how many characters all their values may have together, 0 to 1 MiB
 */
public record HeaderLimits(int headers, int name, int values) {

  /** The largest {@link #headers()}. */
  public static final int MOST_HEADERS = SentHeaders.MOST_LISTED;

  /** The largest {@link #name()}, in characters. */
  public static final int LONGEST_NAME = 1024;

  /** The largest {@link #values()}, in characters. */
  public static final int MOST_CHARACTERS = 1 << 20;

  /** 64 headers, names of 128 characters, 16 Ki characters of values. */
  public static final HeaderLimits DEFAULT = new HeaderLimits(64, 128, 16 * 1024);

  /**
   * Checks the bounds.
   *
   * @throws MgsConfigurationException if one lies outside its range
   */
  public HeaderLimits {
    requireWithin("headers", headers, 0, MOST_HEADERS);
    requireWithin("name", name, 1, LONGEST_NAME);
    requireWithin("values", values, 0, MOST_CHARACTERS);
  }

  private static void requireWithin(String member, int value, int least, int most) {
    if (value < least || value > most) {
      throw new MgsConfigurationException(
          "mgs.apigateway.limits."
              + member
              + " is "
              + value
              + ": a number of "
              + least
              + " to "
              + most
              + " is needed");
    }
  }

  /**
   * Sets {@code mgs.apigateway.limits.headers}.
   *
   * @param most how many a request may list
   * @return limits with this value
   */
  public HeaderLimits withHeaders(int most) {
    return new HeaderLimits(most, name, values);
  }

  /**
   * Sets {@code mgs.apigateway.limits.name}.
   *
   * @param characters how many a listed name may have
   * @return limits with this value
   */
  public HeaderLimits withName(int characters) {
    return new HeaderLimits(headers, characters, values);
  }

  /**
   * Sets {@code mgs.apigateway.limits.values}.
   *
   * @param characters how many all values may have together
   * @return limits with this value
   */
  public HeaderLimits withValues(int characters) {
    return new HeaderLimits(headers, name, characters);
  }
}
