package io.github.mgsjaxrs.keys;

import io.github.mgsjaxrs.MgsConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.Provider;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.Locale;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a key store into its entries, and a failure into what to do about it. */
final class KeyStoreFile {

  private KeyStoreFile() {}

  static String name(KeyStoreDefinition definition) {
    return "keystore " + definition.location() + " (" + definition.type() + ")";
  }

  static KeyStore load(KeyStoreDefinition definition, byte[] content) {
    if (content.length == 0) {
      throw new MgsConfigurationException(
          name(definition) + " is empty (0 bytes): correct mgs.keystore.location, or the file");
    }
    KeyStore store = instance(definition);
    String password = definition.password();
    try {
      store.load(
          new ByteArrayInputStream(content), password == null ? null : password.toCharArray());
      return store;
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      // Bouncy Castle throws unchecked exceptions for files that are no BCFKS at all
      throw new MgsConfigurationException(explain(definition, e), e);
    }
  }

  private static KeyStore instance(KeyStoreDefinition definition) {
    try {
      Provider provider = provider(definition);
      return provider == null
          ? KeyStore.getInstance(definition.type())
          : KeyStore.getInstance(definition.type(), provider);
    } catch (KeyStoreException e) {
      throw new MgsConfigurationException(
          "mgs.keystore.type is '"
              + definition.type()
              + "', which is not known here: set it to PKCS12, JCEKS, BCFKS or JKS"
              + (definition.provider() == null ? "" : ", or correct mgs.keystore.provider"),
          e);
    }
  }

  /**
   * The JDK's own for the JDK's types, wherever it stands in the list: Bouncy Castle's PKCS12, say,
   * does not see the secret-key entries that keytool writes. Null for the first that knows the
   * type.
   */
  private static @Nullable Provider provider(KeyStoreDefinition definition) {
    String configured = definition.provider();
    if (configured == null) {
      return switch (definition.type().toUpperCase(Locale.ROOT)) {
        case "BCFKS" -> BouncyCastle.PROVIDER;
        case "PKCS12", "JKS" -> Security.getProvider("SUN");
        case "JCEKS" -> Security.getProvider("SunJCE");
        default -> null;
      };
    }
    Provider registered = Security.getProvider(configured);
    if (registered != null) {
      return registered;
    }
    if (configured.equals(BouncyCastle.PROVIDER.getName())) {
      return BouncyCastle.PROVIDER;
    }
    throw new MgsConfigurationException(
        "mgs.keystore.provider is '"
            + configured
            + "', which is not registered with this JVM: leave it out, or set it to BC or one of "
            + Arrays.stream(Security.getProviders()).map(Provider::getName).toList());
  }

  private static String explain(KeyStoreDefinition definition, Exception failure) {
    String root = rootMessage(failure);
    if (root.contains(GMObjectIdentifiers.sm2p256v1.getId())) {
      // the JDK says "keystore password was incorrect", for the whole store
      return name(definition)
          + " holds an SM2 certificate, with which no JDK reads the store ("
          + root
          + "): put the SM2 public key in as text with keytool -importpass,"
          + " or use a BCFKS store and set mgs.keystore.type=BCFKS";
    }
    if (root.contains("CertificateParsingException")) {
      return name(definition) + " holds a certificate that the JDK cannot read (" + root + ")";
    }
    if (isPasswordFailure(failure)) {
      return name(definition)
          + (definition.password() == null
              ? " needs a password, and none is given ("
              : " does not open with the password given (")
          + root
          + "): correct mgs.keystore.password; the file may also be damaged"
          + foreignProvider();
    }
    return name(definition)
        + " is no readable store of this type ("
        + root
        + "): set mgs.keystore.type to the type of the file, or make the file anew";
  }

  /** The JDK's stores decrypt by whichever provider stands first; Bouncy Castle's fails at it. */
  static String foreignProvider() {
    String first = Security.getProviders()[0].getName();
    return first.equals("SUN")
        ? ""
        : ", or let the JDK's providers stand before '" + first + "' in the list of java.security";
  }

  private static boolean isPasswordFailure(Exception failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String message = each.getMessage();
      if (each instanceof UnrecoverableKeyException
          || (message != null && message.contains("MAC calculation failed"))) {
        return true;
      }
    }
    return false;
  }

  /** What the innermost cause says. */
  static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : message;
  }
}
