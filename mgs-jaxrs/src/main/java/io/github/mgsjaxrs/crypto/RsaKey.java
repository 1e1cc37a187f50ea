package io.github.mgsjaxrs.crypto;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.internal.crypto.Base64Text;
import io.github.mgsjaxrs.internal.request.ReusableBuffers;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/** SHA1withRSA (PKCS #1 v1.5) over the string to sign, as strict standard Base64. */
final class RsaKey implements TextKey {

  static final int MIN_BITS = 1024;
  static final int MAX_BITS = 8192;

  private static final String ALGORITHM = "SHA1withRSA";
  private static final BigInteger SMALLEST_EXPONENT = BigInteger.valueOf(3);

  private final Provider provider;
  private final PublicKey key;
  private final int signatureBytes;
  private final ReusableBuffers<Signature> signatures = new ReusableBuffers<>(this::signature);

  RsaKey(RSAPublicKey given) {
    BigInteger modulus = given.getModulus();
    BigInteger exponent = given.getPublicExponent();
    int bits = modulus.bitLength();
    if (modulus.signum() <= 0 || bits < MIN_BITS || bits > MAX_BITS || !modulus.testBit(0)) {
      throw new IllegalArgumentException(
          "The RSA key has "
              + (modulus.signum() > 0 && modulus.testBit(0) ? "a" : "an even or negative")
              + " modulus of "
              + bits
              + " bits, RSA needs an odd one of "
              + MIN_BITS
              + " to "
              + MAX_BITS
              + " bits");
    }
    if (exponent.compareTo(SMALLEST_EXPONENT) < 0 || !exponent.testBit(0)) {
      throw new IllegalArgumentException(
          "The RSA key has the public exponent "
              + (exponent.bitLength() > 64 ? "of " + exponent.bitLength() + " bits" : exponent)
              + ", RSA needs an odd one of at least 3");
    }
    try {
      // The key is made anew: what was given may be of another provider, or of a mutable class.
      this.provider = provider();
      this.key =
          KeyFactory.getInstance("RSA", provider)
              .generatePublic(new RSAPublicKeySpec(modulus, exponent));
      this.signatureBytes = (bits + 7) / 8;
      signatures.giveBack(initialised());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "The RSA key of " + bits + " bits cannot be used: " + e.getMessage(), e);
    }
  }

  /**
   * The JDK's own provider, wherever it stands in the list: a list that begins with a FIPS provider
   * or a token would refuse SHA-1 or software keys. Where a JVM has no such provider, the first
   * that knows the algorithm; where none does, Bouncy Castle, which is there in any case.
   */
  private static Provider provider() throws NoSuchAlgorithmException {
    Provider own = Security.getProvider("SunRsaSign");
    if (own != null) {
      return own;
    }
    for (Provider each : Security.getProviders()) {
      if (each.getService("Signature", ALGORITHM) != null
          && each.getService("KeyFactory", "RSA") != null) {
        return each;
      }
    }
    return new BouncyCastleProvider();
  }

  private Signature initialised() throws NoSuchAlgorithmException, InvalidKeyException {
    Signature signature = Signature.getInstance(ALGORITHM, provider);
    signature.initVerify(key);
    return signature;
  }

  private Signature signature() {
    try {
      return initialised();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM + " worked at the start and does not any more", e);
    }
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return SignatureAlgorithm.RSA;
  }

  @Override
  public SignatureCheck check(byte[] stringToSign, String headerValue) {
    byte[] claimed = claimed(headerValue);
    if (claimed == null) {
      return SignatureCheck.MALFORMED;
    }
    Signature signature = signatures.take();
    try {
      signature.update(stringToSign);
      return verdict(signature, claimed);
    } catch (SignatureException e) {
      throw neverThrown(e);
    }
  }

  @Override
  public SignatureCheck check(SignedContent content, String headerValue) throws IOException {
    byte[] claimed = claimed(headerValue);
    if (claimed == null) {
      return SignatureCheck.MALFORMED;
    }
    Signature signature = signatures.take();
    // where this fails, the signature has taken a part of it and is not given back
    content.writeTo(new SignatureSink(signature));
    return verdict(signature, claimed);
  }

  private byte @Nullable [] claimed(String headerValue) {
    // first the length, so that nothing is decoded that could not be a signature of this key
    if (headerValue.length() != (signatureBytes + 2) / 3 * 4) {
      return null;
    }
    byte[] claimed = Base64Text.decode(headerValue);
    return claimed == null || claimed.length != signatureBytes ? null : claimed;
  }

  private SignatureCheck verdict(Signature signature, byte[] claimed) {
    try {
      boolean valid = signature.verify(claimed);
      signatures.giveBack(signature); // verify leaves it as initVerify did
      return valid ? SignatureCheck.VALID : SignatureCheck.MISMATCH;
    } catch (SignatureException e) {
      // the JDK's word for a number that no signature of this key can be, say above the modulus
      return SignatureCheck.MISMATCH;
    }
  }

  private static IllegalStateException neverThrown(SignatureException e) {
    return new IllegalStateException("An initialised " + ALGORITHM + " takes any bytes", e);
  }

  /** Feeds what is written to a signature. */
  private static final class SignatureSink extends OutputStream {
    private final Signature signature;

    SignatureSink(Signature signature) {
      this.signature = signature;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
      try {
        signature.update(bytes, from, count);
      } catch (SignatureException e) {
        throw neverThrown(e);
      }
    }
  }

  @Override
  public List<KeyVariation<TextKey>> variations() {
    return List.of();
  }

  @Override
  public String toString() {
    return "VerificationKey[RSA]";
  }
}
