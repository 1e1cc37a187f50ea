package io.github.mgsjaxrs.offline;

import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.internal.request.Escaping;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The signatures of one package.
 *
 * <p>{@code SIGN.json}, or else {@code CERT.json}, names every other file with its SHA1withRSA
 * signature. Where both are there, {@code SIGN.json} alone counts, as in clients, and {@code
 * CERT.json} is a file like the rest where it is signed, and is not handed out where it is not.
 */
final class PackageSignatures {

  private static final String SIGN = "SIGN.json";
  private static final String CERT = "CERT.json";
  private static final Set<String> NEED_NONE = Set.of(SIGN, CERT);
  private static final String TAR = ".tar";

  private final PackageBytes bytes;
  private final OfflineLimits limits;
  private final Map<String, EntryPlace> files;

  PackageSignatures(PackageBytes bytes, OfflineLimits limits) throws IOException {
    this.bytes = bytes;
    this.limits = limits;
    this.files = ZipLayout.of(bytes, limits);
  }

  /** The name of the one tar file. */
  String tar() throws RefusedPackageException {
    List<String> tars = files.keySet().stream().filter(name -> name.endsWith(TAR)).toList();
    if (tars.size() != 1) {
      throw new RefusedPackageException(
          PackageOutcome.TAR_MISSING,
          "it has " + tars.size() + " files *.tar, exactly one is needed");
    }
    return tars.get(0);
  }

  /**
   * Verifies every file, and reads those to their end that need no signature.
   *
   * @param keys one of them has to have signed all files
   * @return the places of the signed files by their names
   * @throws RefusedPackageException if a file is not signed
   * @throws IOException if the package cannot be read
   */
  Map<String, EntryPlace> verified(List<TextKey> keys) throws IOException {
    Map<String, String> signatures = signatures();
    requireTarSigned(signatures);
    requireOneForEach(signatures);
    List<TextKey> left = new ArrayList<>(keys);
    for (String name : shortestFirst(signatures.keySet())) {
      keepThoseThatSigned(left, name, signatures.getOrDefault(name, ""));
    }
    Map<String, EntryPlace> signed = new LinkedHashMap<>();
    for (Map.Entry<String, EntryPlace> file : files.entrySet()) {
      if (signatures.containsKey(file.getKey())) {
        signed.put(file.getKey(), file.getValue());
      } else {
        transfer(file.getValue(), OutputStream.nullOutputStream());
      }
    }
    return Collections.unmodifiableMap(signed);
  }

  private Map<String, String> signatures() throws IOException {
    EntryPlace sign = files.get(SIGN);
    EntryPlace map = sign == null ? files.get(CERT) : sign;
    if (map == null) {
      throw new RefusedPackageException(
          PackageOutcome.CERTIFICATE_MISSING, "it has neither SIGN.json nor CERT.json");
    }
    if (map.size() > limits.signatures()) {
      throw RefusedPackageException.tooLarge(
          "its file of signatures has " + map.size() + " bytes", "signatures", limits.signatures());
    }
    try (InputStream content = new EntryStream(bytes, map)) {
      return SignatureMap.of(content.readAllBytes());
    }
  }

  private void requireTarSigned(Map<String, String> signatures) throws RefusedPackageException {
    String tar = tar();
    if (signatures.getOrDefault(tar, "").isEmpty()) {
      throw new RefusedPackageException(
          PackageOutcome.TAR_SIGNATURE_EMPTY, "there is no signature of '" + tar + "'");
    }
  }

  /** Some clients let a file pass that has no signature, which would make the others worthless. */
  private void requireOneForEach(Map<String, String> signatures) throws RefusedPackageException {
    for (String name : files.keySet()) {
      if (!NEED_NONE.contains(name) && !signatures.containsKey(name)) {
        throw failed("there is no signature of '" + name + "'");
      }
    }
    for (String name : signatures.keySet()) {
      if (!files.containsKey(name)) {
        throw failed("there is a signature, and no file '" + Escaping.oneLine(name) + "'");
      }
    }
  }

  private List<String> shortestFirst(Set<String> names) {
    return files.entrySet().stream()
        .filter(file -> names.contains(file.getKey()))
        .sorted(Comparator.comparingLong(file -> file.getValue().size()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void keepThoseThatSigned(List<TextKey> keys, String name, String signature)
      throws IOException {
    EntryPlace place = files.get(name);
    List<TextKey> signers = new ArrayList<>();
    for (TextKey key : keys) {
      if (place != null
          && key.check(out -> transfer(place, out), signature) == SignatureCheck.VALID) {
        signers.add(key);
      }
    }
    if (signers.isEmpty()) {
      throw failed("the signature of '" + name + "' does not match");
    }
    keys.retainAll(signers);
  }

  private void transfer(EntryPlace place, OutputStream out) throws IOException {
    try (InputStream content = new EntryStream(bytes, place)) {
      content.transferTo(out);
    }
  }

  private static RefusedPackageException failed(String reason) {
    return new RefusedPackageException(PackageOutcome.VERIFICATION_FAILED, reason);
  }
}
