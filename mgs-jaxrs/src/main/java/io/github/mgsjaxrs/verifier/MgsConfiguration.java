package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.internal.settings.SettingFaults;
import io.github.mgsjaxrs.internal.settings.SettingReader;
import io.github.mgsjaxrs.settings.Setting;
import io.github.mgsjaxrs.settings.SettingSource;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Settings by name, as operators write them, read into a builder.
 *
 * <pre>{@code
 * mgs.keystore.location=/etc/app/mgs.p12
 * mgs.keystore.password=changeit
 * mgs.keys."orders".algorithm=SM3
 * mgs.protect=/api/*,/hooks/*
 * mgs.limits.body=2 MiB
 * }</pre>
 *
 * <p>How values are written:
 *
 * <ul>
 *   <li>sizes in bytes, or with {@code KiB}, {@code MiB}, {@code GiB}; durations as in ISO-8601
 *       ({@code PT30S}); choices by their lower-case words; {@code true} or {@code false};
 *   <li>lists with commas between, {@code \,} for a comma inside, {@code \\} for a backslash;
 *   <li>key ids and path patterns inside names in quotation marks, with {@code \"} for a quotation
 *       mark and {@code \\} for a backslash: {@code mgs.keys."a.b/c".salt}. One without dots and
 *       quotation marks may stand without: {@code mgs.keys.orders.salt};
 *   <li>salts, secrets, passwords, aliases, public keys, templates and the SM2 user id are taken
 *       exactly, spaces included. An empty {@code mgs.sm2.user-id} is the empty user id; any other
 *       empty value counts as not set, but for the keys of a pattern, which would open what was to
 *       be closed.
 * </ul>
 *
 * <p>A name that starts with {@code mgs.} and is no setting, a value of the wrong form or out of
 * its range: all of them are gathered and stop the start with one {@link
 * MgsConfigurationException}, whose message never holds a salt, a secret or a password. Names of
 * environment variables ({@code MGS_KEYSTORE_LOCATION}) are not refused, as they may be somebody
 * else's; one that is no setting is logged as a warning. A key whose id stands nowhere else cannot
 * be found by its variable, since {@code MGS_KEYS__ORDERS__SALT} may mean {@code orders} or {@code
 * Orders}: name the id in another source, by its {@code .algorithm}, say.
 */
public final class MgsConfiguration {

  private MgsConfiguration() {}

  /**
   * Reads all settings. Keys are loaded and files are looked for only by {@link
   * MgsVerifierBuilder#build()}.
   *
   * @param source where the settings stand
   * @return a builder that holds what was set, and the defaults of the rest
   * @throws MgsConfigurationException with everything that is wrong with names and values
   */
  public static MgsVerifierBuilder builder(SettingSource source) {
    SettingFaults faults = new SettingFaults();
    SettingReader reader =
        new SettingReader(Objects.requireNonNull(source, "source"), AllSettings.NAMES, faults);
    MgsVerifierBuilder builder = AllSettings.TABLE.read(reader);
    reader.refuseUnknownNames();
    faults.throwIfAny();
    return builder;
  }

  /**
   * All that there is to set, in the order of the README.
   *
   * @return an unmodifiable list
   */
  public static List<Setting> settings() {
    return AllSettings.TABLE.settings();
  }

  /**
   * The names of all settings, with {@code "<id>"} and {@code "<pattern>"} where the operator's own
   * words stand.
   *
   * @return an unmodifiable sorted set
   */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>();
    settings().forEach(setting -> names.add(setting.name()));
    return Collections.unmodifiableSet(names);
  }
}
