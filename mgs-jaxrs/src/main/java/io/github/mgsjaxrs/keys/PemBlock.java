package io.github.mgsjaxrs.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One block of a PEM text (RFC 7468); text around the blocks is ignored, as it asks.
 *
 * @param label what stands behind BEGIN
 * @param encrypted whether its header says so (RFC 1421, Proc-Type)
 * @param base64 the content without white space
 */
record PemBlock(String label, boolean encrypted, String base64) {

  private static final String BEGIN = "-----BEGIN ";
  private static final String DASHES = "-----";

  /** The first is OpenSSL's for other curves and older versions, the second for SM2. */
  private static final Set<String> PARAMETERS = Set.of("EC PARAMETERS", "SM2 PARAMETERS");

  /** The blocks in their order; empty where the text is no PEM. */
  static List<PemBlock> all(String text) {
    List<PemBlock> blocks = new ArrayList<>();
    for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at)) {
      int labelEnd = text.indexOf(DASHES, at + BEGIN.length());
      if (labelEnd < 0) {
        throw new IllegalArgumentException("found a PEM block whose first line does not end");
      }
      String label = text.substring(at + BEGIN.length(), labelEnd);
      if (label.length() > 40 || !label.chars().allMatch(c -> c >= ' ' && c < 127)) {
        throw new IllegalArgumentException("found a PEM block whose first line is damaged");
      }
      int start = labelEnd + DASHES.length();
      int end = text.indexOf("-----END " + label + DASHES, start);
      if (end < 0) {
        throw new IllegalArgumentException(
            "found the PEM block '" + label + "' without its END line: the text is cut off");
      }
      blocks.add(block(label, text.substring(start, end)));
      at = end;
    }
    return blocks;
  }

  private static PemBlock block(String label, String content) {
    boolean encrypted = content.contains("Proc-Type:") && content.contains("ENCRYPTED");
    return new PemBlock(label, encrypted, withoutWhiteSpace(content));
  }

  /** Whether it only names a curve. */
  boolean isParameters() {
    return PARAMETERS.contains(label);
  }

  /** What the Base64 stands for. */
  byte[] der() {
    byte[] der = KeyText.strictBase64(base64);
    if (der == null || der.length == 0) {
      throw new IllegalArgumentException("found a PEM block '" + label + "' that is not Base64");
    }
    return der;
  }

  /** Without white space, and without the byte order mark that some editors put first. */
  static String withoutWhiteSpace(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.chars()
        .filter(c -> !Character.isWhitespace(c) && c != '\uFEFF')
        .forEach(c -> result.append((char) c));
    return result.toString();
  }

  /** The label alone: the content may be a private key. */
  @Override
  public String toString() {
    return "PemBlock[" + label + "]";
  }
}
