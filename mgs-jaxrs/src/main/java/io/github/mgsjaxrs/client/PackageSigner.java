package io.github.mgsjaxrs.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes signed offline packages ({@code .amr}) as the publishing platform does, for tests and
 * tools.
 *
 * <pre>{@code
 * PackageSigner signer = PackageSigner.privateKey(Files.readString(privateKeyPem));
 * byte[] amr = signer.amr(Map.of("20000001.tar", tar, "Manifest.xml", manifest));
 * }</pre>
 *
 * <p>Every file is signed with SHA1withRSA over its bytes; the signatures are {@code SIGN.json} as
 * Base64. Observed in packages, not documented. Equal files give equal packages on one JDK: no time
 * is written.
 */
public final class PackageSigner {

  private static final String SIGNATURES = "SIGN.json";
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(?<!\\.)");

  private final TextSigner signer;

  private PackageSigner(TextSigner signer) {
    this.signer = signer;
  }

  /**
   * Signs with a private key.
   *
   * @param pem an RSA key as OpenSSL writes it, not encrypted: PKCS #8 or PKCS #1
   * @return a signer
   * @throws IllegalArgumentException if the text is no such key; the message does not repeat it
   */
  public static PackageSigner privateKey(String pem) {
    return new PackageSigner(new RsaTextSigner(PrivateKeyText.rsa(pem)));
  }

  /**
   * Signs one file.
   *
   * @param content its bytes
   * @return Base64 of its signature
   */
  public String sign(byte[] content) {
    return signer.sign(content);
  }

  /**
   * Makes a package.
   *
   * @param files the files by their names, in the order of the map; one of them a {@code *.tar}
   * @return the package, in which {@code SIGN.json} comes last
   * @throws IllegalArgumentException if a name is no plain file name of letters, digits, dots,
   *     hyphens and underscores, or is {@code SIGN.json}
   */
  public byte[] amr(Map<String, byte[]> files) {
    for (String name : files.keySet()) {
      if (!NAME.matcher(name).matches() || name.equalsIgnoreCase(SIGNATURES)) {
        throw new IllegalArgumentException(
            "A file of a package cannot have the name '" + name + "': give a plain file name");
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        add(zip, file.getKey(), file.getValue());
      }
      add(zip, SIGNATURES, signatures(files).getBytes(US_ASCII));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Neither names nor Base64 have a character that JSON escapes. */
  private String signatures(Map<String, byte[]> files) {
    return files.entrySet().stream()
        .map(file -> "  \"" + file.getKey() + "\": \"" + sign(file.getValue()) + "\"")
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
