package io.github.mgsjaxrs.keys;

import static io.github.mgsjaxrs.SignatureAlgorithm.MD5;

import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Isolated, as it changes the list of providers of the JVM. */
@Isolated
class KeyStoreProvidersTest extends WrittenKeyStores {

  /** The JDK decrypts its PKCS12 by the first provider that offers the cipher, and fails at it. */
  @Test
  void tellsWhereBouncyCastleStandsBeforeTheJdksProviders() {
    generateRsa("rsa");
    importCertificate("certificates", "PKCS12", "orders", "rsa.crt");
    importPassword("keys", "PKCS12", "orders", "pepper-1");
    Security.insertProviderAt(new BouncyCastleProvider(), 1);
    try {
      refuses("certificates", "PKCS12", new String[] {"before 'BC'"});
      refuses("keys", "PKCS12", new String[] {"before 'BC'"}, key("orders", MD5));
    } finally {
      Security.removeProvider("BC");
    }
  }
}
