package io.github.mgsjaxrs.internal.diagnosis;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One cause that explains a mismatch, or may explain it.
 *
 * @param setting the setting that mends it, as a line of a properties file ({@code
 *     mgs.canonical.parameters=raw}); null where no setting does
 * @param why a sentence for the operator, which names the setting or says what else to do
 * @param proven whether the signature was seen to match; false for what cannot be tried, and then
 *     the sentence says so
 */
public record Finding(@Nullable String setting, String why, boolean proven) {

  /** Checks that there is a sentence. */
  public Finding {
    Objects.requireNonNull(why, "why");
  }

  /** A cause that a setting mends; the sentence gets the setting as its end. */
  public static Finding of(String setting, String cause) {
    return new Finding(setting, cause + ": set " + setting, true);
  }

  /** A cause that no setting mends. */
  public static Finding ofCause(String why) {
    return new Finding(null, why, true);
  }

  /** A cause that nothing here can prove. */
  public static Finding possible(String why) {
    return new Finding(null, why, false);
  }

  /** This cause where it explains the mismatch only together with another one. */
  public Finding togetherWith(Finding other) {
    String needed = other.setting == null ? "this: " + other.why : other.setting;
    return new Finding(setting, why + " (not alone, but together with " + needed + ")", proven);
  }
}
