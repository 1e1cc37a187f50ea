package io.github.mgsjaxrs.diagnosis;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One cause that explains a mismatch.
 *
 * @param setting the setting that mends it, as a line of a properties file ({@code
 *     mgs.canonical.parameters=raw}); null where no setting does
 * @param why a sentence for the operator, which names the setting or says what else to do
 */
public record Finding(@Nullable String setting, String why) {

  /** Checks that there is a sentence. */
  public Finding {
    Objects.requireNonNull(why, "why");
  }

  /** A cause that a setting mends; the sentence gets the setting as its end. */
  static Finding of(String setting, String cause) {
    return new Finding(setting, cause + ": set " + setting);
  }

  /** A cause that no setting mends. */
  static Finding ofCause(String why) {
    return new Finding(null, why);
  }

  /** This cause where it explains the mismatch only together with another one. */
  Finding togetherWith(Finding other) {
    String needed = other.setting == null ? "this: " + other.why : other.setting;
    return new Finding(setting, why + " (not alone, but together with " + needed + ")");
  }
}
