package io.github.mgsjaxrs.offline;

import static io.github.mgsjaxrs.testing.SamplePackage.files;
import static io.github.mgsjaxrs.testing.SamplePackage.signatures;
import static io.github.mgsjaxrs.testing.SamplePackage.zip;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.client.PackageSigner;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.keys.KeyText;
import io.github.mgsjaxrs.testing.SamplePackage;
import io.github.mgsjaxrs.testing.ZipForge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OfflinePackageVerifierTest {

  private static final TextKey KEY = key();
  private static final TextKey STRANGER = stranger();

  @TempDir Path directory;

  private OfflinePackageVerifier verifier;

  private static TextKey key() {
    return TextKey.rsa(
        (RSAPublicKey) KeyText.publicKey(SamplePackage.PUBLIC_KEY, SignatureAlgorithm.RSA));
  }

  private static TextKey stranger() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return TextKey.rsa((RSAPublicKey) generator.generateKeyPair().getPublic());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void makeVerifier() {
    verifier = OfflinePackageVerifier.of(SamplePackage.PUBLIC_KEY).withTempDirectory(directory);
  }

  private PackageVerdict verify(byte[] amr) throws IOException {
    return verifier.verify(new ByteArrayInputStream(amr));
  }

  private void assertRefused(byte[] amr, PackageOutcome outcome, String reason) throws IOException {
    PackageVerdict verdict = verify(amr);
    assertThat(verdict).isInstanceOf(RejectedPackage.class);
    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(((RejectedPackage) verdict).reason()).contains(reason);
    assertThat(verifier.bytesInUse()).isZero();
  }

  private VerifiedPackage verified(byte[] amr) throws IOException {
    PackageVerdict verdict = verify(amr);
    assertThat(verdict).isInstanceOf(VerifiedPackage.class);
    assertThat(verdict.outcome()).isEqualTo(PackageOutcome.SUCCESS);
    return (VerifiedPackage) verdict;
  }

  private static byte[] content(VerifiedPackage verified, String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    verified.transferTo(name, out);
    return out.toByteArray();
  }

  @Test
  void handsOutWhatIsSigned() throws IOException {
    byte[] amr = zip(files(), "SIGN.json", signatures(files()));
    try (VerifiedPackage verified = verified(amr)) {
      assertThat(verified.names()).containsExactly("Manifest.xml", "20000001.tar");
      assertThat(verified.tar()).isEqualTo("20000001.tar");
      assertThat(verified.size("20000001.tar")).isEqualTo(SamplePackage.TAR.length);
      assertThat(content(verified, "20000001.tar")).isEqualTo(SamplePackage.TAR);
      assertThat(content(verified, "Manifest.xml")).isEqualTo(SamplePackage.MANIFEST);
      assertThat(content(verified, "Manifest.xml")).isEqualTo(SamplePackage.MANIFEST);
      assertThat(verifier.bytesInUse()).isEqualTo(amr.length);
      assertThat(verified.toString()).isEqualTo("VerifiedPackage[Manifest.xml, 20000001.tar]");
    }
    assertThat(verifier.bytesInUse()).isZero();
  }

  @Test
  void tellsOfAnInterruptThatClosedThePackage() throws IOException {
    try (VerifiedPackage verified = verified(zip(files(), "SIGN.json", signatures(files())))) {
      Thread.currentThread().interrupt();
      try {
        assertThatThrownBy(() -> content(verified, "20000001.tar"))
            .isInstanceOf(IOException.class)
            .hasMessage("The thread was interrupted, which closed the package");
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
      assertThatThrownBy(() -> content(verified, "20000001.tar"))
          .isInstanceOf(IOException.class)
          .hasMessage("The package was closed");
    }
    assertThat(verifier.bytesInUse()).isZero();
  }

  @Test
  void takesCertJsonWhereThereIsNoSignJson() throws IOException {
    try (VerifiedPackage verified = verified(zip(files(), "CERT.json", signatures(files())))) {
      assertThat(verified.names()).containsExactly("Manifest.xml", "20000001.tar");
    }
  }

  @Test
  void countsSignJsonAloneWhereBothAreThereAndHandsNoUnsignedFileOut() throws IOException {
    Map<String, byte[]> files = files();
    files.put("CERT.json", "not even JSON".getBytes(US_ASCII));
    try (VerifiedPackage verified = verified(zip(files, "SIGN.json", signatures(files())))) {
      assertThat(verified.names()).containsExactly("Manifest.xml", "20000001.tar");
      assertThatThrownBy(() -> verified.open("CERT.json"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> verified.size("SIGN.json"))
          .isInstanceOf(IllegalArgumentException.class);
    }
    files.put("CERT.json", SamplePackage.json(signatures(files())).getBytes(UTF_8));
    assertRefused(
        zip(files, "SIGN.json", Map.of("20000001.tar", "AAAA")),
        PackageOutcome.VERIFICATION_FAILED,
        "no signature of 'Manifest.xml'");
  }

  @Test
  void takesCertJsonAsAFileLikeTheRestWhereItIsSigned() throws IOException {
    Map<String, byte[]> files = files();
    files.put("CERT.json", "{}".getBytes(US_ASCII));
    try (VerifiedPackage verified = verified(zip(files, "SIGN.json", signatures(files)))) {
      assertThat(content(verified, "CERT.json")).isEqualTo("{}".getBytes(US_ASCII));
    }
    Map<String, String> signatures = signatures(files);
    files.put("CERT.json", "{ }".getBytes(US_ASCII));
    assertRefused(
        zip(files, "SIGN.json", signatures),
        PackageOutcome.VERIFICATION_FAILED,
        "the signature of 'CERT.json' does not match");
  }

  @Test
  void looksAlsoAtFilesThatNeedNoSignature() throws IOException {
    Map<String, byte[]> files = files();
    files.put("CERT.json", "a".getBytes(US_ASCII));
    files.put("SIGN.json", SamplePackage.json(signatures(files())).getBytes(UTF_8));
    ZipForge forge = SamplePackage.forge(files);
    forge.entry(2).sides().forEach(side -> side.crc++);
    assertRefused(forge.bytes(), PackageOutcome.INVALID_PARAMETER, "CRC-32");
  }

  @Test
  void refusesAFileWithoutSignature() throws IOException {
    Map<String, byte[]> files = files();
    files.put("extra.js", "alert(1)".getBytes(US_ASCII));
    assertRefused(
        zip(files, "SIGN.json", signatures(files())),
        PackageOutcome.VERIFICATION_FAILED,
        "no signature of 'extra.js'");
  }

  @Test
  void refusesAFileOfSignaturesWhoseNameDiffersInCase() throws IOException {
    assertRefused(
        zip(files(), "sign.json", signatures(files())),
        PackageOutcome.CERTIFICATE_MISSING,
        "neither SIGN.json nor CERT.json");
    Map<String, byte[]> files = files();
    files.put("Cert.json", "{}".getBytes(US_ASCII));
    assertRefused(
        zip(files, "SIGN.json", signatures(files())),
        PackageOutcome.VERIFICATION_FAILED,
        "no signature of 'Cert.json'");
  }

  @Test
  void refusesASignatureWithoutFile() throws IOException {
    Map<String, String> signatures = signatures(files());
    signatures.put("absent\n.js", signatures.get("Manifest.xml"));
    assertRefused(
        zip(files(), "SIGN.json", Map.of()), PackageOutcome.TAR_SIGNATURE_EMPTY, "20000001.tar");
    String json = SamplePackage.json(signatures).replace("\n", "\\n");
    Map<String, byte[]> files = files();
    files.put("SIGN.json", json.getBytes(UTF_8));
    assertRefused(zip(files), PackageOutcome.VERIFICATION_FAILED, "no file 'absent\\n.js'");
  }

  @Test
  void refusesASignatureOfAnotherFileAnotherKeyOrNone() throws IOException {
    Map<String, String> signatures = signatures(files());
    signatures.put("Manifest.xml", signatures.get("20000001.tar"));
    assertRefused(
        zip(files(), "SIGN.json", signatures),
        PackageOutcome.VERIFICATION_FAILED,
        "'Manifest.xml' does not match");
    for (String signature : new String[] {"", "AAAA", "no Base64"}) {
      signatures.put("Manifest.xml", signature);
      assertRefused(
          zip(files(), "SIGN.json", signatures),
          PackageOutcome.VERIFICATION_FAILED,
          "'Manifest.xml' does not match");
    }
    verifier = OfflinePackageVerifier.of(STRANGER);
    assertRefused(
        zip(files(), "SIGN.json", signatures(files())),
        PackageOutcome.VERIFICATION_FAILED,
        "'Manifest.xml' does not match");
  }

  @Test
  void refusesAnEmptySignatureOfTheTar() throws IOException {
    Map<String, String> signatures = signatures(files());
    signatures.put("20000001.tar", "");
    assertRefused(
        zip(files(), "SIGN.json", signatures), PackageOutcome.TAR_SIGNATURE_EMPTY, "20000001.tar");
    signatures.remove("20000001.tar");
    assertRefused(
        zip(files(), "SIGN.json", signatures), PackageOutcome.TAR_SIGNATURE_EMPTY, "20000001.tar");
  }

  @Test
  void refusesAPackageWithoutSignatures() throws IOException {
    assertRefused(zip(files()), PackageOutcome.CERTIFICATE_MISSING, "neither");
  }

  @Test
  void refusesAPackageWithoutTarOrWithTwo() throws IOException {
    Map<String, byte[]> files = files();
    files.put("second.tar", SamplePackage.TAR);
    assertRefused(
        zip(files, "SIGN.json", signatures(files)), PackageOutcome.TAR_MISSING, "2 files *.tar");
    files.remove("second.tar");
    files.remove("20000001.tar");
    assertRefused(
        zip(files, "SIGN.json", signatures(files)), PackageOutcome.TAR_MISSING, "0 files *.tar");
  }

  @Test
  void refusesSignaturesThatAreNoMap() throws IOException {
    Map<String, byte[]> files = files();
    files.put("SIGN.json", "[]".getBytes(US_ASCII));
    assertRefused(zip(files), PackageOutcome.VERIFICATION_FAILED, "no JSON object of strings");
  }

  @Test
  void refusesSignaturesBeyondTheLimit() throws IOException {
    byte[] amr = zip(files(), "SIGN.json", signatures(files()));
    int length = SamplePackage.json(signatures(files())).length();
    verifier = verifier.with(OfflineLimits.DEFAULT.withSignatures(length));
    verified(amr).close();
    verifier = verifier.with(OfflineLimits.DEFAULT.withSignatures(length - 1));
    assertRefused(amr, PackageOutcome.TOO_LARGE, "mgs.offline.limits.signatures is");
  }

  @Test
  void refusesAPackageBeyondTheLimitAndReadsNoFurther() throws IOException {
    byte[] amr = zip(files(), "SIGN.json", signatures(files()));
    verifier = verifier.with(OfflineLimits.DEFAULT.withPackageSize(amr.length));
    verified(amr).close();
    verifier = verifier.with(OfflineLimits.DEFAULT.withPackageSize(amr.length - 1));
    assertRefused(amr, PackageOutcome.TOO_LARGE, "mgs.offline.limits.package is");
    int[] given = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            given[0]++;
            return 0;
          }
        };
    assertThat(verifier.verify(endless).outcome()).isEqualTo(PackageOutcome.TOO_LARGE);
    assertThat(given[0]).isLessThan(1 << 20);
    // what was kept of it by then is given back
    verifier = verifier.with(OfflineLimits.DEFAULT.withPackageSize(1 << 20));
    assertThat(verifier.verify(endless).outcome()).isEqualTo(PackageOutcome.TOO_LARGE);
    assertThat(verifier.bytesInUse()).isZero();
  }

  @Test
  void readsOnWhereAStreamHasNothingAtTheMoment() throws IOException {
    byte[] amr = zip(files(), "SIGN.json", signatures(files()));
    InputStream hesitating =
        new ByteArrayInputStream(amr) {
          private boolean hesitates;

          @Override
          public synchronized int read(byte[] target, int from, int count) {
            hesitates = !hesitates;
            return hesitates ? 0 : super.read(target, from, Math.min(count, 1000));
          }
        };
    PackageVerdict verdict = verifier.verify(hesitating);
    assertThat(verdict.outcome()).isEqualTo(PackageOutcome.SUCCESS);
    ((VerifiedPackage) verdict).close();
  }

  @Test
  void tellsNothingOfACopyThatCannotBeReadAnyMore() throws IOException {
    InputStream interrupting =
        new ByteArrayInputStream(zip(files(), "SIGN.json", signatures(files()))) {
          @Override
          public synchronized int read(byte[] target, int from, int count) {
            int read = super.read(target, from, count);
            if (read < 0) {
              Thread.currentThread().interrupt();
            }
            return read;
          }
        };
    try {
      assertThat(verifier.verify(interrupting))
          .isInstanceOfSatisfying(
              RejectedPackage.class,
              rejected -> {
                assertThat(rejected.outcome()).isEqualTo(PackageOutcome.UNKNOWN);
                assertThat(rejected.reason()).contains("the copy of the package cannot be read");
              });
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(verifier.bytesInUse()).isZero();
  }

  @Test
  void refusesWhatIsEmpty() throws IOException {
    assertRefused(new byte[0], PackageOutcome.EMPTY, "no bytes");
    assertRefused(new ZipForge().bytes(), PackageOutcome.EMPTY, "no files");
  }

  @Test
  void takesNoMorePackagesThanTheDiskMayHold() throws IOException {
    byte[] amr = zip(files(), "SIGN.json", signatures(files()));
    verifier = verifier.with(OfflineLimits.DEFAULT.withTotalDisk(2L * amr.length - 1));
    VerifiedPackage held = verified(amr);
    PackageVerdict second = verify(amr);
    assertThat(second.outcome()).isEqualTo(PackageOutcome.UNKNOWN);
    assertThat(((RejectedPackage) second).reason()).contains("mgs.offline.limits.total-disk");
    assertThat(verifier.bytesInUse()).isEqualTo(amr.length);
    held.close();
    held.close();
    assertThat(verifier.bytesInUse()).isZero();
    verified(amr).close();
    verifier = verifier.with(OfflineLimits.DEFAULT.withTotalDisk(amr.length));
    verified(amr).close();
  }

  @Test
  void saysThatThePackageCannotBeKept() throws IOException {
    verifier = verifier.withTempDirectory(directory.resolve("absent"));
    assertRefused(
        zip(files(), "SIGN.json", signatures(files())),
        PackageOutcome.UNKNOWN,
        "is mgs.temp-dir writable");
  }

  @Test
  void leavesTheFaultsOfAStreamToTheCaller() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the client went away");
          }
        };
    assertThatThrownBy(() -> verifier.verify(broken)).hasMessage("the client went away");
    assertThat(verifier.bytesInUse()).isZero();
  }

  @Test
  void verifiesAFileAndReadsItOnce() throws IOException {
    Path file = directory.resolve("20000001.amr");
    Files.write(file, zip(files(), "SIGN.json", signatures(files())));
    try (VerifiedPackage verified = (VerifiedPackage) verifier.verify(file)) {
      Files.write(file, new byte[10]);
      assertThat(content(verified, "20000001.tar")).isEqualTo(SamplePackage.TAR);
      Files.delete(file);
      assertThat(content(verified, "20000001.tar")).isEqualTo(SamplePackage.TAR);
    }
  }

  @Test
  void saysThatThereIsNoFile() {
    assertThat(verifier.verify(directory.resolve("absent.amr")).outcome())
        .isEqualTo(PackageOutcome.PATH_MISSING);
    assertThat(verifier.verify(directory).outcome()).isEqualTo(PackageOutcome.PATH_MISSING);
  }

  @Test
  void leavesNoFileWhileAPackageIsOpenNorAfter() throws IOException {
    try (VerifiedPackage verified = verified(zip(files(), "SIGN.json", signatures(files())))) {
      if (isPosix()) {
        // unlinked right after opening
        assertThat(temporaryFiles()).isEmpty();
      }
      assertThat(verified.names()).isNotEmpty();
    }
    assertThat(temporaryFiles()).isEmpty();
  }

  /**
   * The file has no name any more, and Linux tells its mode by the number that it is open under.
   */
  @Test
  @EnabledOnOs(OS.LINUX)
  void keepsTheCopyForItsOwnerAlone() throws IOException {
    List<String> modes = new ArrayList<>();
    try (VerifiedPackage verified = verified(zip(files(), "SIGN.json", signatures(files())));
        DirectoryStream<Path> numbers = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      assertThat(verified.names()).isNotEmpty();
      for (Path number : numbers) {
        if (isOf(number, directory.toRealPath()) && Files.exists(number)) {
          modes.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(number)));
        }
      }
    }
    assumeThat(modes).as("some containers do not tell").isNotEmpty();
    assertThat(modes).containsExactly("rw-------");
  }

  private static boolean isOf(Path number, Path directory) {
    try {
      return Files.readSymbolicLink(number).startsWith(directory);
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  private boolean isPosix() {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private Stream<Path> temporaryFiles() throws IOException {
    return Files.list(directory);
  }

  @Test
  void readsNothingAfterItWasClosed() throws IOException {
    VerifiedPackage verified = verified(zip(files(), "SIGN.json", signatures(files())));
    InputStream open = verified.open("20000001.tar");
    verified.close();
    assertThatThrownBy(open::read).isInstanceOf(IOException.class).hasMessageContaining("closed");
  }

  @Test
  void tellsWhetherItIsKeptOpen() throws IOException {
    VerifiedPackage kept = verified(zip(files(), "SIGN.json", signatures(files())));
    assertThat(kept.isKeptOpen()).isFalse();
    assertThat(kept.keepOpen()).isSameAs(kept);
    assertThat(kept.isKeptOpen()).isTrue();
    assertThat(content(kept, "20000001.tar")).isEqualTo(SamplePackage.TAR);
    kept.close();
    assertThat(verifier.bytesInUse()).isZero();
  }

  @Test
  void takesAnyOfSeveralKeysWhichHasToHaveSignedAll() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    verifier =
        OfflinePackageVerifier.of(STRANGER, KEY, TextKey.rsa((RSAPublicKey) pair.getPublic()));
    Map<String, String> signatures = signatures(files());
    verified(zip(files(), "SIGN.json", signatures)).close();
    Map<String, String> ofBoth = new LinkedHashMap<>(signatures);
    ofBoth.put("Manifest.xml", PackageSigner.privateKey(pem).sign(SamplePackage.MANIFEST));
    assertRefused(
        zip(files(), "SIGN.json", ofBoth),
        PackageOutcome.VERIFICATION_FAILED,
        "'20000001.tar' does not match");
  }

  @Test
  void verifiesOnlyWithRsa() {
    assertThatThrownBy(
            () -> OfflinePackageVerifier.of(TextKey.salted(SignatureAlgorithm.MD5, "salt")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a key is MD5");
    assertThatThrownBy(OfflinePackageVerifier::of)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no key");
    assertThatThrownBy(
            () -> OfflinePackageVerifier.of(SamplePackage.text("/vectors/keys/sm2-public.pem")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
