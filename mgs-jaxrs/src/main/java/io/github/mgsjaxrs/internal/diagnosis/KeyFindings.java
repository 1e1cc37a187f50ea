package io.github.mgsjaxrs.internal.diagnosis;

import io.github.mgsjaxrs.crypto.KeyVariation;
import io.github.mgsjaxrs.crypto.VerificationKey;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What it means that another key than the configured one verifies. */
public final class KeyFindings {

  private KeyFindings() {}

  public static Finding of(KeyVariation<?> variation, String keyId, VerificationKey configured) {
    String key = configured.algorithm().scheme().secret() + " of key '" + keyId + "'";
    return switch (variation.deviation()) {
      case OTHER_DIGEST ->
          Finding.of(
              setting(keyId, "algorithm") + "=" + variation.key().algorithm(),
              "The "
                  + key
                  + " was used with "
                  + variation.key().algorithm()
                  + ", and "
                  + configured.algorithm()
                  + " is configured");
      case SALT_WITHOUT_WHITE_SPACE ->
          Finding.ofCause(
              "The "
                  + key
                  + " ends in white space here and not where it was signed: import it again"
                  + " without");
      case SALT_WITH_LINE_FEED -> longerSalt(key, "a line feed");
      case SALT_WITH_CARRIAGE_RETURN -> longerSalt(key, "a carriage return and a line feed");
      case SALT_WITH_SPACE -> longerSalt(key, "a space");
      case SECRET_STRIPPED ->
          Finding.ofCause(
              "The "
                  + key
                  + " starts with white space here and not where it was signed: import it again"
                  + " without");
      case SECRET_WITHOUT_QUOTES ->
          Finding.ofCause(
              "The "
                  + key
                  + " stands in quotation marks here: leave them out, they are a part of it");
      case SECRET_FROM_BASE64 ->
          Finding.ofCause(
              "The "
                  + key
                  + " was decoded from Base64 where it was signed: it is used as the text that it"
                  + " is");
      case SECRET_AMPERSAND_TEXT, SECRET_TEXT, TEXT_AMPERSAND_SECRET, TEXT_SECRET ->
          Finding.of(
              "mgs.rpc.md5-text=" + variation.deviation().md5Text(),
              "Secret and text were joined in another way before MD5");
      case BOTH_HMAC_ENCODINGS ->
          Finding.of(
              "mgs.rpc.hmac-encoding=both",
              "The HMAC-SHA1 is written in the other of the two encodings hex and Base64");
      case BOTH_ENCODINGS ->
          Finding.of(
              "mgs.sm2.encoding=both",
              "The SM2 signature is written in the other of the two encodings DER and raw");
      case EMPTY_USER_ID ->
          Finding.of("mgs.sm2.user-id=", "The SM2 signature was made with the empty user id");
      case DEFAULT_USER_ID ->
          Finding.of(
              "mgs.sm2.user-id=1234567812345678",
              "The SM2 signature was made with the user id of the gateway's documentation");
    };
  }

  private static Finding longerSalt(String key, String end) {
    return Finding.ofCause(
        "The "
            + key
            + " has "
            + end
            + " at its end where the request was signed, and not here: enter it there again, or"
            + " import it here as it is there");
  }

  public static Finding otherKey(String keyId, String otherId) {
    return Finding.ofCause(
        "The request names key '" + keyId + "' but was signed with key '" + otherId + "'");
  }

  /** Another key verifies where a request names none, and some are tried. */
  public static Finding notTried(List<String> listed, String otherId) {
    String signed = "The request was signed with key '" + otherId + "', ";
    if (listed.contains(otherId)) {
      return Finding.ofCause(
          signed
              + "which the resource does not admit: name it there, or sign with one that it does");
    }
    String ids =
        Stream.concat(listed.stream(), Stream.of(otherId))
            .map(id -> id.replace("\\", "\\\\").replace(",", "\\,"))
            .collect(Collectors.joining(","));
    return Finding.of(
        "mgs.koogallery.keys=" + ids, signed + "which mgs.koogallery.keys does not list");
  }

  private static String setting(String keyId, String member) {
    String quoted = keyId.replace("\\", "\\\\").replace("\"", "\\\"");
    return "mgs.keys.\"" + quoted + "\"." + member;
  }
}
