package io.github.mgsjaxrs.offline;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.keys.KeyText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Verifies offline packages of mPaaS ({@code .amr}): a ZIP file with one tar, a manifest, and a map
 * from file names to signatures.
 *
 * <pre>{@code
 * OfflinePackageVerifier verifier = OfflinePackageVerifier.of(Files.readString(publicKeyPem));
 * PackageVerdict verdict = verifier.verify(Path.of("20000001.amr"));
 * if (verdict instanceof RejectedPackage rejected) {
 *   log(rejected.outcome() + ": " + rejected.reason());
 * }
 * }</pre>
 *
 * <p>Documented is that the publishing platform signs a hash of the package with an RSA key of 2048
 * bits, and that clients verify it before they load the package (mPaaS, "Configure H5 offline
 * packages", "How to secure offline package content"). Observed in packages and clients is the
 * rest: {@code SIGN.json}, or else {@code CERT.json}, is a JSON object of Base64 signatures,
 * SHA1withRSA over the bytes of each file, and the outcomes have codes from 0 to 8.
 *
 * <p>Stricter than clients are, on purpose:
 *
 * <ul>
 *   <li>every file has its own valid signature, and every signature its file;
 *   <li>only files at the top are taken, no folders and no links;
 *   <li>the ZIP file has to be one that every reader reads in the same way: nothing before, between
 *       or behind its entries, no comments, no ZIP64, local headers and central directory the same;
 *   <li>nothing is unpacked beyond {@link OfflineLimits}.
 * </ul>
 *
 * <p>A package is copied once, to a temporary file for its owner alone (mode 600), and what was
 * verified is what {@link VerifiedPackage} reads. Instances are immutable and may be used by any
 * number of threads.
 */
public final class OfflinePackageVerifier {

  private final List<TextKey> keys;
  private final OfflineLimits limits;
  private final @Nullable Path directory;
  private final PackageStorage storage;

  private OfflinePackageVerifier(
      List<TextKey> keys, OfflineLimits limits, @Nullable Path directory) {
    requireRsa(keys);
    this.keys = List.copyOf(keys);
    this.limits = limits;
    this.directory = directory;
    this.storage = new PackageStorage(limits, directory);
  }

  /**
   * Verifies with one public key, and the shipped limits.
   *
   * @param publicKey an RSA key as {@link KeyText} reads it: PEM, bare Base64, or a certificate
   * @return a verifier
   * @throws IllegalArgumentException if the text is no such key; the message does not repeat it
   */
  public static OfflinePackageVerifier of(String publicKey) {
    return of(TextKey.rsa((RSAPublicKey) KeyText.publicKey(publicKey, SignatureAlgorithm.RSA)));
  }

  /**
   * Verifies with any of some keys, one of which has to have signed all files of a package.
   *
   * @param keys RSA keys, at least one
   * @return a verifier with the shipped limits
   * @throws IllegalArgumentException if there is none, or one is of another algorithm
   */
  public static OfflinePackageVerifier of(TextKey... keys) {
    if (keys.length == 0) {
      throw new IllegalArgumentException("There is no key to verify packages with: give one");
    }
    return new OfflinePackageVerifier(List.of(keys), OfflineLimits.DEFAULT, null);
  }

  /**
   * Verifies with keys that are told with each package, as they change over time.
   *
   * @return a verifier with the shipped limits, which admits nothing by itself
   * @see #verify(InputStream, List)
   */
  public static OfflinePackageVerifier withoutKeys() {
    return new OfflinePackageVerifier(List.of(), OfflineLimits.DEFAULT, null);
  }

  /**
   * Sets the limits.
   *
   * @param choice what a package may be
   * @return another verifier
   */
  public OfflinePackageVerifier with(OfflineLimits choice) {
    return new OfflinePackageVerifier(keys, choice, directory);
  }

  /**
   * Sets where packages are copied to.
   *
   * @param temporary an existing directory that this process may write to; the JVM's by default
   * @return another verifier
   */
  public OfflinePackageVerifier withTempDirectory(Path temporary) {
    return new OfflinePackageVerifier(keys, limits, temporary);
  }

  /**
   * Verifies a file. It is read once and not looked at again.
   *
   * @param file the package
   * @return a {@link VerifiedPackage} to be closed, or a {@link RejectedPackage}
   */
  public PackageVerdict verify(Path file) {
    if (!Files.isRegularFile(file)) {
      return new RejectedPackage(PackageOutcome.PATH_MISSING, "there is no file " + file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return verify(in);
    } catch (IOException unreadable) {
      return new RejectedPackage(
          PackageOutcome.UNKNOWN, "the file " + file + " cannot be read: " + unreadable);
    }
  }

  /**
   * Verifies what comes from a stream, which is read to its end or to the limit, and not closed.
   *
   * @param in the package
   * @return a {@link VerifiedPackage} to be closed, or a {@link RejectedPackage}
   * @throws IOException if the stream cannot be read
   */
  public PackageVerdict verify(InputStream in) throws IOException {
    return verify(in, keys);
  }

  /**
   * Verifies what comes from a stream with keys of its own.
   *
   * @param in the package, which is read to its end or to the limit, and not closed
   * @param anyOf RSA keys, one of which has to have signed all files
   * @return a {@link VerifiedPackage} to be closed, or a {@link RejectedPackage}
   * @throws IOException if the stream cannot be read
   * @throws IllegalArgumentException if one is of another algorithm
   */
  public PackageVerdict verify(InputStream in, List<TextKey> anyOf) throws IOException {
    requireRsa(anyOf);
    SpooledPackage spooled;
    try {
      spooled = storage.spool(in);
    } catch (RefusedPackageException refusal) {
      return refusal.rejected();
    }
    PackageVerdict verdict = null;
    try {
      verdict = verdictOf(spooled, anyOf);
      return verdict;
    } finally {
      if (!(verdict instanceof VerifiedPackage)) {
        spooled.close();
      }
    }
  }

  private static void requireRsa(List<TextKey> keys) {
    for (TextKey key : keys) {
      if (key.algorithm() != SignatureAlgorithm.RSA) {
        throw new IllegalArgumentException(
            "Packages are signed with RSA, a key is " + key.algorithm() + ": give an RSA key");
      }
    }
  }

  private PackageVerdict verdictOf(SpooledPackage spooled, List<TextKey> anyOf) {
    try {
      PackageSignatures signatures = new PackageSignatures(spooled, limits);
      String tar = signatures.tar();
      return new VerifiedPackage(spooled, signatures.verified(anyOf), tar);
    } catch (RefusedPackageException refusal) {
      return refusal.rejected();
    } catch (IOException failed) {
      return new RejectedPackage(
          PackageOutcome.UNKNOWN, "the copy of the package cannot be read: " + failed);
    }
  }

  /** How much of the disk all open packages take. */
  long bytesInUse() {
    return storage.disk().used();
  }
}
