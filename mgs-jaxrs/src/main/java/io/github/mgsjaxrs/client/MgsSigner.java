package io.github.mgsjaxrs.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.backend.protocol.StringToSign;
import io.github.mgsjaxrs.crypto.Sm2Parameters;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Signs requests as the gateway does, to test one's own resources.
 *
 * <pre>{@code
 * MgsSigner gateway = MgsSigner.salted("orders", SignatureAlgorithm.SM3, "the shared salt");
 * Client client = ClientBuilder.newClient().register(new MgsSigningFilter(gateway));
 * client.target(uri).request().post(Entity.json("{}")); // passes where the key is known
 * }</pre>
 *
 * <p>It writes the string to sign by the documented defaults, unless {@link
 * #with(Canonicalization)} says otherwise. Immutable and safe for any number of threads.
 */
public final class MgsSigner {

  /** The header that carries the signature. */
  public static final String SIGNATURE_HEADER = "X-Mgs-Proxy-Signature";

  /** The header that names the key. */
  public static final String KEY_HEADER = "X-Mgs-Proxy-Signature-Secret-Key";

  private final String keyId;
  private final TextSigner signer;
  private final Canonicalization canonicalization;

  private MgsSigner(String keyId, TextSigner signer, Canonicalization canonicalization) {
    if (keyId.isEmpty()) {
      throw new IllegalArgumentException("The key id is empty: give the id that requests name");
    }
    this.keyId = keyId;
    this.signer = signer;
    this.canonicalization = Objects.requireNonNull(canonicalization, "canonicalization");
  }

  /**
   * Signs with a salt.
   *
   * @param keyId the id of the key
   * @param md5OrSm3 the digest
   * @param salt the salt, taken exactly
   * @return a signer
   * @throws IllegalArgumentException if the algorithm takes no salt, or id or salt is empty
   */
  public static MgsSigner salted(String keyId, SignatureAlgorithm md5OrSm3, String salt) {
    return salted(keyId, md5OrSm3, salt.getBytes(UTF_8));
  }

  /**
   * Signs with a salt.
   *
   * @param keyId the id of the key
   * @param md5OrSm3 the digest
   * @param saltUtf8 the salt's bytes in UTF-8; they are copied
   * @return a signer
   * @throws IllegalArgumentException if the algorithm takes no salt, or id or salt is empty
   */
  public static MgsSigner salted(String keyId, SignatureAlgorithm md5OrSm3, byte[] saltUtf8) {
    return new MgsSigner(keyId, new SaltedTextSigner(md5OrSm3, saltUtf8), Canonicalization.DEFAULT);
  }

  /**
   * Signs with a private key.
   *
   * @param keyId the id of the key
   * @param rsaOrSm2 the algorithm
   * @param pem the private key as OpenSSL writes it, not encrypted: PKCS #8, PKCS #1 or SEC 1
   * @return a signer
   * @throws IllegalArgumentException if the text is no such key, or the algorithm takes a salt; the
   *     message does not repeat the text
   */
  public static MgsSigner privateKey(String keyId, SignatureAlgorithm rsaOrSm2, String pem) {
    return new MgsSigner(
        keyId,
        switch (rsaOrSm2) {
          case RSA -> new RsaTextSigner(PrivateKeyText.rsa(pem));
          case SM2 -> new Sm2TextSigner(PrivateKeyText.sm2(pem), Sm2Parameters.DEFAULT);
          // what is shared; a test tells an algorithm of public keys that is missing here
          default ->
              throw new IllegalArgumentException(
                  rsaOrSm2 + " takes a salt or a secret, a private key goes with RSA or SM2");
        },
        Canonicalization.DEFAULT);
  }

  /**
   * Writes the string to sign by other choices than the documented ones.
   *
   * @param choices the same as those of the verifier
   * @return another signer
   */
  public MgsSigner with(Canonicalization choices) {
    return new MgsSigner(keyId, signer, choices);
  }

  /**
   * Signs with another SM2 user id, or writes r‖s where the encoding is {@code RAW} and DER
   * otherwise. Without effect on other algorithms.
   *
   * @param parameters user id and encoding
   * @return another signer
   */
  public MgsSigner with(Sm2Parameters parameters) {
    return new MgsSigner(keyId, signer.with(parameters), canonicalization);
  }

  /**
   * The id of the key.
   *
   * @return the value of the key header
   */
  public String keyId() {
    return keyId;
  }

  /**
   * Signs a request.
   *
   * @param request the request as it will be sent
   * @return the two headers by their names, the signature first
   * @throws IllegalArgumentException if a parameter cannot be read
   */
  public Map<String, String> sign(SignedRequest request) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(SIGNATURE_HEADER, sign(stringToSign(request)));
    headers.put(KEY_HEADER, keyId);
    return headers;
  }

  /**
   * The text that is signed for a request.
   *
   * @param request the request as it will be sent
   * @return method, content MD5 and URL
   * @throws IllegalArgumentException if a parameter cannot be read
   */
  public String stringToSign(SignedRequest request) {
    try {
      return StringToSign.of(request, canonicalization, Integer.MAX_VALUE).text();
    } catch (MalformedRequestException malformed) {
      throw new IllegalArgumentException(
          "The request cannot be signed: "
              + malformed.getMessage()
              + ". Percent-encode its query and form",
          malformed);
    }
  }

  /**
   * Signs any text, for tests of requests that were signed in a wrong way.
   *
   * @param text the text instead of the string to sign
   * @return the value of the signature header
   */
  public String sign(String text) {
    return signer.sign(text.getBytes(UTF_8));
  }

  /** The key id and the algorithm. */
  @Override
  public String toString() {
    return "MgsSigner[" + keyId + ", " + signer + "]";
  }
}
