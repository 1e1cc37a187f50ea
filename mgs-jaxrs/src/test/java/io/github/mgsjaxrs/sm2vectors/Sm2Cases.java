package io.github.mgsjaxrs.sm2vectors;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The cases as they are collected, judged and written. */
final class Sm2Cases {

  private static final HexFormat HEX = HexFormat.of();

  /**
   * One signature.
   *
   * @param comment what is special about it
   * @param message what it should be of
   * @param signature its bytes
   * @param raw whether they are meant as r‖s, otherwise as DER
   * @param valid what it is meant to be
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Case(String comment, byte[] message, byte[] signature, boolean raw, boolean valid) {}

  /** The cases of one key and one user id. */
  static final class Group {
    private final String name;
    private final byte[] key;
    private final byte[] userId;
    private final List<Case> cases = new ArrayList<>();
    private final Map<Case, boolean[]> verdicts = new LinkedHashMap<>();

    private Group(String name, byte[] key, byte[] userId) {
      this.name = name;
      this.key = key;
      this.userId = userId;
    }

    void add(Case added) {
      cases.add(added);
    }
  }

  private final Map<String, Group> groups = new LinkedHashMap<>();

  /** The group of this name, which always has the same key and user id. */
  Group group(String name, byte[] key, byte[] userId) {
    return groups.computeIfAbsent(name, absent -> new Group(name, key, userId));
  }

  /**
   * Asks both judges about every case.
   *
   * @return the cases in which the stricter of both says something else than was meant
   */
  List<String> judge(Sm2Judges judges) throws IOException, InterruptedException {
    List<String> surprises = new ArrayList<>();
    for (Group group : groups.values()) {
      for (Case each : group.cases) {
        boolean bouncyCastle =
            Sm2Judges.bouncyCastle(
                group.key, group.userId, each.message(), each.signature(), each.raw());
        boolean openSsl = judges.openSsl(group.key, group.userId, each.message(), asDer(each));
        group.verdicts.put(each, new boolean[] {bouncyCastle, openSsl});
        if ((bouncyCastle && openSsl) != each.valid()) {
          surprises.add(
              group.name
                  + ": "
                  + each.comment()
                  + " is "
                  + bouncyCastle
                  + " by Bouncy Castle, "
                  + openSsl
                  + " by OpenSSL");
        }
      }
    }
    return surprises;
  }

  /** OpenSSL knows DER alone; what has not the length of r‖s stays what it is. */
  private static byte[] asDer(Case each) {
    byte[] bytes = each.signature();
    if (!each.raw() || bytes.length != 64) {
      return bytes;
    }
    return Sm2VectorGenerator.der(
        new BigInteger(1, Arrays.copyOf(bytes, 32)),
        new BigInteger(1, Arrays.copyOfRange(bytes, 32, 64)));
  }

  /** One line a case, so that a change shows as one. */
  String json(String openSslVersion) {
    StringBuilder text = new StringBuilder();
    int number = 0;
    int differing = 0;
    for (Group group : groups.values()) {
      text.append(number == 0 ? "" : ",\n")
          .append("  {\"group\": \"")
          .append(group.name)
          .append("\",\n   \"publicKey\": \"")
          .append(HEX.formatHex(group.key))
          .append("\",\n   \"userId\": \"")
          .append(HEX.formatHex(group.userId))
          .append("\",\n   \"tests\": [\n");
      String separator = "";
      for (Case each : group.cases) {
        boolean[] verdicts = group.verdicts.get(each);
        differing += verdicts[0] == verdicts[1] ? 0 : 1;
        text.append(separator).append(line(++number, each, verdicts));
        separator = ",\n";
      }
      text.append("\n   ]}");
    }
    return head(number, differing, openSslVersion) + text + "\n]}\n";
  }

  private static String line(int number, Case each, boolean[] verdicts) {
    return "    {\"id\": "
        + number
        + ", \"comment\": \""
        + each.comment()
        + "\", \"encoding\": \""
        + (each.raw() ? "raw" : "der")
        + "\", \"message\": \""
        + HEX.formatHex(each.message())
        + "\", \"signature\": \""
        + HEX.formatHex(each.signature())
        + "\", \"result\": \""
        + word(verdicts[0] && verdicts[1])
        + "\""
        + (verdicts[0] == verdicts[1]
            ? ""
            : ", \"bouncyCastle\": \""
                + word(verdicts[0])
                + "\", \"openSsl\": \""
                + word(verdicts[1])
                + "\"")
        + "}";
  }

  private static String word(boolean valid) {
    return valid ? "valid" : "invalid";
  }

  private static String head(int number, int differing, String openSslVersion) {
    return "{\"algorithm\": \"SM3withSM2 on sm2p256v1 (GB/T 32918.2, GM/T 0003.2)\",\n"
        + "\"about\": [\"publicKey: SubjectPublicKeyInfo, DER; all bytes in hex.\",\n"
        + "  \"encoding: what signature is meant as; a raw one was given to OpenSSL in DER.\",\n"
        + "  \"result: the stricter of both judges; where they differ, both are named.\"],\n"
        + "\"judges\": [\"Bouncy Castle "
        + new BouncyCastleProvider().getVersionStr()
        + " SM2Signer\", \""
        + openSslVersion
        + "\"],\n\"numberOfTests\": "
        + number
        + ",\n\"numberOfDifferences\": "
        + differing
        + ",\n\"groups\": [\n";
  }
}
