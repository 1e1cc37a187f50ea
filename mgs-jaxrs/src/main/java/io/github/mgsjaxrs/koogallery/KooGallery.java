package io.github.mgsjaxrs.koogallery;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.VerifiedCaller;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.koogallery.crypto.AccessKey;
import io.github.mgsjaxrs.koogallery.crypto.EncryptType;
import io.github.mgsjaxrs.koogallery.crypto.SensitiveFields;
import java.util.Objects;

/**
 * What a seller's application does with its access key: it encrypts the fields of an answer that
 * others must not read.
 *
 * <pre>{@code
 * KooGallery kooGallery = KooGallery.of(verifier.keys(), verifier.settings().kooGallery());
 * SensitiveFields fields = kooGallery.sensitiveFields(EncryptType.of(encryptType));
 * answer.add("userName", fields.encrypt("admin")).add("password", fields.encrypt(password));
 * }</pre>
 *
 * <p>With CDI it can be injected ({@code @Inject KooGallery}). Keys are asked for at each call, so
 * that a reload counts at once. Safe for any number of threads.
 */
public final class KooGallery {

  private final KeyResolver keys;
  private final KooGallerySettings settings;

  private KooGallery(KeyResolver keys, KooGallerySettings settings) {
    this.keys = keys;
    this.settings = settings;
  }

  /**
   * The keys of a verifier.
   *
   * @param keys asked at each call, and not before
   * @param settings name the access keys
   * @return what uses them
   */
  public static KooGallery of(KeyResolver keys, KooGallerySettings settings) {
    return new KooGallery(
        Objects.requireNonNull(keys, "keys"), Objects.requireNonNull(settings, "settings"));
  }

  /**
   * Encrypts and decrypts with the first of {@code mgs.koogallery.keys}.
   *
   * @param type how, as the request says it
   * @return fields of this key
   * @throws MgsConfigurationException if there is no such key, or it is of another algorithm
   */
  public SensitiveFields sensitiveFields(EncryptType type) {
    return firstKey().sensitiveFields(type);
  }

  /**
   * Encrypts and decrypts with the key that a request was signed with, which may be another than
   * the first one while a key is replaced.
   *
   * @param caller the principal of the request
   * @param type how, as the request says it
   * @return fields of this key
   * @throws MgsConfigurationException if that key is there no more, or of another algorithm
   */
  public SensitiveFields sensitiveFields(VerifiedCaller caller, EncryptType type) {
    return key(caller.keyId()).sensitiveFields(type);
  }

  /**
   * The signature of a body with the first of {@code mgs.koogallery.keys}, for tests and for
   * answers that are not sent by Jakarta REST; others are signed without it.
   *
   * @param body the very bytes that are sent
   * @return standard Base64
   * @throws MgsConfigurationException if there is no such key, or it is of another algorithm
   */
  public String bodySignature(byte[] body) {
    return firstKey().bodySignature(body);
  }

  private AccessKey firstKey() {
    return key(settings.keys().get(0));
  }

  private AccessKey key(String id) {
    VerificationKey key =
        keys.resolve(id).orElseThrow(() -> unfit(id, "there is no such key: give its secret"));
    if (key instanceof AccessKey access) {
      return access;
    }
    throw unfit(id, "it is one of " + key.algorithm() + ": change its algorithm");
  }

  private static MgsConfigurationException unfit(String id, String found) {
    return new MgsConfigurationException(
        "Key '"
            + id
            + "' is to be an access key of KooGallery, and "
            + found
            + " (mgs.keys.\"<id>\".algorithm=KOOGALLERY), or name another in mgs.koogallery.keys");
  }
}
