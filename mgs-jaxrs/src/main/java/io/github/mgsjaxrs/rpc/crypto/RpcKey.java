package io.github.mgsjaxrs.rpc.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.KeyVariation;
import io.github.mgsjaxrs.crypto.KeyVariation.Deviation;
import io.github.mgsjaxrs.crypto.SaltVariations;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.SignedContent;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.internal.crypto.Base64Text;
import io.github.mgsjaxrs.internal.crypto.DigestSink;
import io.github.mgsjaxrs.internal.crypto.HexText;
import io.github.mgsjaxrs.internal.crypto.Hmac;
import io.github.mgsjaxrs.internal.crypto.JdkDigest;
import io.github.mgsjaxrs.internal.request.ReusableBuffers;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * A secret that a client signs RPC requests with: MD5 over secret and text, or HMAC-SHA1 over the
 * text. Either reads its text in pieces.
 *
 * <pre>{@code
 * TextKey key = RpcKey.of(SignatureAlgorithm.RPC_MD5, "the secret", RpcParameters.DEFAULT);
 * }</pre>
 */
public final class RpcKey implements TextKey {

  private static final int MD5_HEX = 32;
  private static final int HMAC_HEX = 40;
  private static final int HMAC_BASE64 = 28;

  private static final ReusableBuffers<MessageDigest> MD5S =
      new ReusableBuffers<>(JdkDigest.MD5::fresh);

  private final SignatureAlgorithm algorithm;
  private final byte[] secret;
  private final RpcParameters parameters;
  private final List<String> md5Parts;
  private final ReusableBuffers<Mac> macs = new ReusableBuffers<>(this::keyedMac);

  /**
   * A secret.
   *
   * @param algorithm RPC_MD5 or RPC_HMAC_SHA1
   * @param secretUtf8 the secret's bytes in UTF-8, at least one; they are copied
   * @param parameters how secret and text are joined, and signatures written
   * @return the key
   * @throws IllegalArgumentException when the algorithm is none of RPC, or the secret is empty
   */
  public static RpcKey of(
      SignatureAlgorithm algorithm, byte[] secretUtf8, RpcParameters parameters) {
    return new RpcKey(algorithm, secretUtf8, parameters);
  }

  /**
   * A secret.
   *
   * @param algorithm RPC_MD5 or RPC_HMAC_SHA1
   * @param secret the secret, at least one character, taken exactly as it is
   * @param parameters how secret and text are joined, and signatures written
   * @return the key
   * @throws IllegalArgumentException when the algorithm is none of RPC, or the secret is empty
   */
  public static RpcKey of(SignatureAlgorithm algorithm, String secret, RpcParameters parameters) {
    return of(algorithm, secret.getBytes(UTF_8), parameters);
  }

  private RpcKey(SignatureAlgorithm algorithm, byte[] secret, RpcParameters parameters) {
    if (algorithm != SignatureAlgorithm.RPC_MD5 && algorithm != SignatureAlgorithm.RPC_HMAC_SHA1) {
      throw new IllegalArgumentException(
          algorithm + " signs no RPC requests: RPC_MD5 and RPC_HMAC_SHA1 do");
    }
    if (secret.length == 0) {
      throw new IllegalArgumentException(
          "The secret is empty, so anybody could sign: give the secret of the appId");
    }
    this.algorithm = algorithm;
    this.secret = secret.clone();
    this.parameters = parameters;
    this.md5Parts = parameters.parts();
    // a JVM without the algorithm has to fail at the start, not at the first request
    if (algorithm == SignatureAlgorithm.RPC_MD5) {
      JdkDigest.MD5.require("use RPC_HMAC_SHA1");
    } else {
      keyedMac();
    }
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  @Override
  public SignatureCheck check(byte[] text, String headerValue) {
    try {
      return check(out -> out.write(text), headerValue);
    } catch (IOException impossible) {
      throw new IllegalStateException("A digest takes any bytes", impossible);
    }
  }

  @Override
  public SignatureCheck check(SignedContent content, String headerValue) throws IOException {
    byte[] claimed = claimed(headerValue);
    if (claimed == null) {
      return SignatureCheck.MALFORMED;
    }
    byte[] expected = algorithm == SignatureAlgorithm.RPC_MD5 ? md5(content) : hmac(content);
    // constant time: what is expected is itself a valid signature
    return MessageDigest.isEqual(expected, claimed)
        ? SignatureCheck.VALID
        : SignatureCheck.MISMATCH;
  }

  /** What the header says, or null where it can be no signature, whatever was signed. */
  private byte @Nullable [] claimed(String headerValue) {
    int length = headerValue.length();
    if (algorithm == SignatureAlgorithm.RPC_MD5) {
      return length == MD5_HEX ? HexText.decodeLowerCase(headerValue) : null;
    }
    return switch (parameters.hmacEncoding()) {
      case HEX -> length == HMAC_HEX ? HexText.decodeAnyCase(headerValue) : null;
      case BASE64 -> length == HMAC_BASE64 ? Base64Text.decode(headerValue) : null;
      case BOTH ->
          length == HMAC_HEX
              ? HexText.decodeAnyCase(headerValue)
              : length == HMAC_BASE64 ? Base64Text.decode(headerValue) : null;
    };
  }

  // where the content cannot be read, the digest has taken a part of it and is not given back

  private byte[] md5(SignedContent content) throws IOException {
    MessageDigest md5 = MD5S.take();
    for (String part : md5Parts) {
      switch (part) {
        case RpcParameters.SECRET -> md5.update(secret);
        case RpcParameters.TEXT -> content.writeTo(new DigestSink(md5::update));
        default -> md5.update(part.getBytes(UTF_8));
      }
    }
    byte[] result = md5.digest();
    MD5S.giveBack(md5);
    return result;
  }

  private byte[] hmac(SignedContent content) throws IOException {
    Mac mac = macs.take();
    content.writeTo(new DigestSink(mac::update));
    byte[] result = mac.doFinal();
    macs.giveBack(mac);
    return result;
  }

  private Mac keyedMac() {
    return Hmac.SHA_1.keyed(secret);
  }

  @Override
  public List<KeyVariation<TextKey>> variations() {
    List<KeyVariation<TextKey>> variations = new ArrayList<>();
    boolean md5 = algorithm == SignatureAlgorithm.RPC_MD5;
    SignatureAlgorithm other = md5 ? SignatureAlgorithm.RPC_HMAC_SHA1 : SignatureAlgorithm.RPC_MD5;
    variations.add(varied(Deviation.OTHER_DIGEST, other, secret, parameters));
    for (Deviation deviation : Deviation.MD5_TEXTS) {
      String text = deviation.md5Text();
      if (md5 && text != null && !text.equals(parameters.md5Text())) {
        RpcParameters changed = new RpcParameters(text, parameters.hmacEncoding());
        variations.add(varied(deviation, algorithm, secret, changed));
      }
    }
    if (!md5 && parameters.hmacEncoding() != HmacEncoding.BOTH) {
      RpcParameters both = new RpcParameters(parameters.md5Text(), HmacEncoding.BOTH);
      variations.add(varied(Deviation.BOTH_HMAC_ENCODINGS, algorithm, secret, both));
    }
    SaltVariations.of(secret)
        .forEach(
            (deviation, changed) ->
                variations.add(varied(deviation, algorithm, changed, parameters)));
    return variations;
  }

  private static KeyVariation<TextKey> varied(
      Deviation deviation, SignatureAlgorithm algorithm, byte[] secret, RpcParameters parameters) {
    return new KeyVariation<>(deviation, of(algorithm, secret, parameters));
  }

  @Override
  public String toString() {
    return "VerificationKey[" + algorithm + ", secret <redacted>]";
  }
}
