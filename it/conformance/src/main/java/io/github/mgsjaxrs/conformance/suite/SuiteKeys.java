package io.github.mgsjaxrs.conformance.suite;

import io.github.mgsjaxrs.conformance.openssl.OpenSsl;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.vectors.Vectors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys and limits that a server under test is set up with. */
public final class SuiteKeys {

  /** {@code mgs.limits.body} of every server under test, in bytes. */
  public static final int BODY_LIMIT = 4 * 1024 * 1024;

  /** {@code mgs.limits.memory} of every server under test, in bytes. */
  public static final int MEMORY_LIMIT = 64 * 1024;

  /** {@code mgs.limits.header}, the default, in bytes. */
  public static final int HEADER_LIMIT = 4 * 1024;

  /** {@code mgs.limits.parameters}, the default. */
  public static final int PARAMETERS_LIMIT = 1000;

  private static final Vectors VECTORS = Vectors.load();
  private static final List<GatewayKey> FRESH =
      List.of(
          GatewayKey.salted("team.a/orders", "MD5", "two words = one salt"),
          GatewayKey.salted("team.b/orders", "SM3", "a%41+b&c;d=,\u76d0\"'"),
          OpenSsl.newRsaKey("fresh.rsa/2048", 2048),
          OpenSsl.newRsaKey("fresh.rsa/1024", 1024),
          OpenSsl.newSm2Key("fresh.sm2"));

  private static final List<GatewayKey> RPC =
      List.of(
          GatewayKey.salted("app.1/rpc", "RPC_MD5", "two words & one=secret \u76d0"),
          GatewayKey.salted("app.2/rpc", "RPC_HMAC_SHA1", "another,\"secret\""));

  private static final List<GatewayKey> KOO_GALLERY =
      List.of(
          GatewayKey.salted("koogallery", "KOOGALLERY", "test-access-key"),
          GatewayKey.salted("koo.next/2", "KOOGALLERY", "another & longer=access key \u76d0"));

  private static final Vectors API_GATEWAY = Vectors.loadApiGateway();

  private static final GatewayKey PACKAGES = OpenSsl.newRsaKey("packages.rsa", 2048);

  private SuiteKeys() {}

  /**
   * The keys of the vectors.
   *
   * @return one for each algorithm
   */
  public static List<GatewayKey> ofVectors() {
    return VECTORS.keys();
  }

  /**
   * The keys that a server under test knows: those of the vectors, two salts that look like
   * configuration syntax, and key pairs that OpenSSL generated for this run.
   *
   * @return all of them
   */
  public static List<GatewayKey> all() {
    return Stream.concat(VECTORS.keys().stream(), FRESH.stream()).toList();
  }

  /**
   * The key of the vectors for one algorithm.
   *
   * @param algorithm {@code MD5}, {@code SM3}, {@code RSA} or {@code SM2}
   * @return the key
   */
  public static GatewayKey of(String algorithm) {
    return VECTORS.key(algorithm);
  }

  /**
   * The key that some resources of the suites admit alone.
   *
   * @return a key with MD5
   */
  public static GatewayKey ofTeam() {
    return all().stream().filter(key -> key.id().equals("team.a/orders")).findFirst().orElseThrow();
  }

  /**
   * The keys and limits as settings.
   *
   * @return names and values, which may be changed
   */
  public static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("mgs.offline.keys", PACKAGES.id());
    settings.put("mgs.koogallery.keys", KOO_GALLERY.get(0).id() + "," + KOO_GALLERY.get(1).id());
    // each suite sends what it likes; what is sent twice has tests of its own
    settings.put("mgs.replay.guard", "none");
    for (GatewayKey key : known()) {
      String name = "mgs.keys.\"" + key.id() + "\".";
      settings.put(name + "algorithm", key.algorithm());
      if (key.isSalt()) {
        settings.put(name + "salt", key.requiredSalt());
      } else {
        settings.put(name + "public-key", key.requiredPublicKey());
      }
    }
    settings.put("mgs.limits.body", Integer.toString(BODY_LIMIT));
    settings.put("mgs.limits.memory", Integer.toString(MEMORY_LIMIT));
    settings.put("mgs.limits.total-memory", "256MiB");
    return settings;
  }

  /**
   * The key of a client for one algorithm of RPC.
   *
   * @param algorithm {@code RPC_MD5} or {@code RPC_HMAC_SHA1}
   * @return the key
   */
  public static GatewayKey ofRpc(String algorithm) {
    return RPC.stream().filter(key -> key.algorithm().equals(algorithm)).findFirst().orElseThrow();
  }

  /**
   * The access keys of KooGallery.
   *
   * @return the one that signs what is refused, and one that is to replace it
   */
  public static List<GatewayKey> ofKooGallery() {
    return KOO_GALLERY;
  }

  /**
   * The keys of API Gateway, which are those of its vectors.
   *
   * @return the published example's, and one whose secret is no ASCII
   */
  public static List<GatewayKey> ofApiGateway() {
    return API_GATEWAY.keys();
  }

  /**
   * The key that packages are signed with.
   *
   * @return an RSA key, which no request is signed with
   */
  public static GatewayKey ofPackages() {
    return PACKAGES;
  }

  /**
   * Every key that a server under test knows.
   *
   * @return those of the gateway, of its clients, of KooGallery, of API Gateway, and of packages
   */
  public static List<GatewayKey> known() {
    return Stream.of(all(), RPC, KOO_GALLERY, ofApiGateway(), List.of(PACKAGES))
        .flatMap(List::stream)
        .toList();
  }

  static Vectors vectors() {
    return VECTORS;
  }

  static Vectors vectorsOfApiGateway() {
    return API_GATEWAY;
  }
}
