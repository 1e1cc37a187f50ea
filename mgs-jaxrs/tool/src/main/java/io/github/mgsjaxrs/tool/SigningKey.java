package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.client.KooGallerySigner;
import io.github.mgsjaxrs.client.MgsRpcSigner;
import io.github.mgsjaxrs.client.MgsSigner;
import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.rpc.RpcSettings;
import io.github.mgsjaxrs.verifier.MgsConfiguration;
import io.github.mgsjaxrs.verifier.MgsSettings;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request is signed with.
 *
 * @param id the key id
 * @param settings where its salt and the way of writing stand
 * @param store where its salt lies, if the settings do not have it
 * @param given the algorithm that was asked for, or null
 * @param privateKey the file of its private key, or null
 * @param body where the body comes from, or null
 * @param terminal what is typed or piped in
 */
record SigningKey(
    String id,
    SettingsFile settings,
    StoreOptions store,
    @Nullable SignatureAlgorithm given,
    @Nullable String privateKey,
    @Nullable String body,
    Terminal terminal) {

  /** Signs as the gateway does for backends. */
  MgsSigner signer() {
    SignatureAlgorithm algorithm = algorithm();
    MgsSigner signer =
        algorithm.salted()
            ? MgsSigner.salted(id, algorithm, salt())
            : MgsSigner.privateKey(id, algorithm, terminal.text(privateKeyOf(algorithm)));
    MgsSettings written = canonicalSettings();
    return signer.with(written.sm2()).with(written.canonicalization());
  }

  /** Signs as a client does for the gateway. */
  MgsRpcSigner rpcSigner() {
    RpcSettings rpc = canonicalSettings().rpc();
    return MgsRpcSigner.of(id, algorithm(), salt())
        .with(rpc.text())
        .with(rpc.signature())
        .with(rpc.timestamp())
        .with(rpc.headers());
  }

  /** Signs as KooGallery does for sellers. */
  KooGallerySigner kooGallerySigner() {
    return KooGallerySigner.of(salt());
  }

  /** The algorithm, which also tells the scheme. */
  SignatureAlgorithm algorithm() {
    if (!id.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new UnusableException(
          "The key id '"
              + Escaping.oneLine(id)
              + "' cannot stand in a header: only printable ASCII arrives everywhere as it was"
              + " sent. Give the key another id");
    }
    SignatureAlgorithm algorithm = given == null ? settings.algorithm(id) : given;
    if (algorithm == null) {
      throw new UnusableException(
          "The algorithm of key '"
              + id
              + "' is not known: give --algorithm, or --settings with "
              + SettingsFile.nameOfKey(id, "algorithm"));
    }
    return algorithm;
  }

  private String privateKeyOf(SignatureAlgorithm algorithm) {
    if (privateKey == null) {
      throw new UnusableException(
          algorithm + " signs with a private key: give --private-key FILE, as PEM");
    }
    return privateKey;
  }

  /** What both sides share, in UTF-8. */
  byte[] salt() {
    for (String member : new String[] {"salt", "secret"}) {
      String salt = settings.ofKey(id, member);
      if (salt != null && !salt.isEmpty()) {
        return salt.getBytes(UTF_8);
      }
    }
    if (store.nameOne(settings)) {
      return storedSalt();
    }
    if ("-".equals(body)) {
      throw new UnusableException(
          "Standard input cannot hold both a salt or secret and the body: give the body as a file,"
              + " or --settings");
    }
    return terminal.secret(KeyWords.of(algorithm()) + " of '" + id + "'").getBytes(UTF_8);
  }

  private byte[] storedSalt() {
    String alias = Optional.ofNullable(settings.ofKey(id, "alias")).orElse(id);
    KeyFile keys = store.keyFile(settings, terminal);
    byte[] salt = keys.secret(alias);
    if (salt == null) {
      throw new UnusableException(
          "The key store " + keys.path() + " has no salt '" + alias + "': import it");
    }
    return salt;
  }

  /** The settings alone: the keys that they name are not opened. */
  MgsSettings canonicalSettings() {
    try (MgsVerifier unused =
        MgsConfiguration.builder(new CanonicalSettings(settings))
            .keys(any -> Optional.empty())
            .build()) {
      return unused.settings();
    }
  }
}
