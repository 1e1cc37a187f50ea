package io.github.mgsjaxrs.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.client.PackageSigner;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A small package, and whatever can be made of it. */
public final class SamplePackage {

  public static final String PUBLIC_KEY = text("/vectors/keys/rsa-public.pem");
  public static final String PRIVATE_KEY = text("/vectors/keys/rsa-private.pem");
  public static final PackageSigner SIGNER = PackageSigner.privateKey(PRIVATE_KEY);

  public static final byte[] TAR = "the tar, ".repeat(200).getBytes(US_ASCII);
  public static final byte[] MANIFEST = "<package id=\"20000001\"/>".getBytes(US_ASCII);

  private SamplePackage() {}

  public static String text(String resource) {
    try (InputStream in =
        Objects.requireNonNull(SamplePackage.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The files of the package, to be changed. */
  public static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("Manifest.xml", MANIFEST);
    files.put("20000001.tar", TAR);
    return files;
  }

  /** The right signatures of some files, to be changed. */
  public static Map<String, String> signatures(Map<String, byte[]> files) {
    Map<String, String> signatures = new LinkedHashMap<>();
    files.forEach((name, content) -> signatures.put(name, SIGNER.sign(content)));
    return signatures;
  }

  public static String json(Map<String, String> signatures) {
    return signatures.entrySet().stream()
        .map(each -> '"' + each.getKey() + "\":\"" + each.getValue() + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** All files, and none besides. */
  public static byte[] zip(Map<String, byte[]> files) {
    return forge(files).bytes();
  }

  public static ZipForge forge(Map<String, byte[]> files) {
    ZipForge forge = new ZipForge();
    files.forEach((name, content) -> forge.add(name, content, name.endsWith(".tar")));
    return forge;
  }

  /** With {@code SIGN.json} or another file of signatures behind. */
  public static byte[] zip(Map<String, byte[]> files, String map, Map<String, String> signatures) {
    Map<String, byte[]> all = new LinkedHashMap<>(files);
    all.put(map, json(signatures).getBytes(UTF_8));
    return zip(all);
  }
}
