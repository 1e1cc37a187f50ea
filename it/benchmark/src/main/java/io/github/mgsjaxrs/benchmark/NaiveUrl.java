package io.github.mgsjaxrs.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The last line of the string to sign, with the collections of the documented sample. */
public final class NaiveUrl {

  private static final String[] NONE = {};

  private NaiveUrl() {}

  /**
   * With what a servlet gives, sorted.
   *
   * @param path the raw path
   * @param query the raw query, each parameter with an equals sign; "" for none
   * @return path and parameters
   */
  public static String of(String path, String query) {
    Map<String, String[]> map = new HashMap<>();
    String[] pieces = query.isEmpty() ? NONE : query.split("&");
    for (String piece : pieces) {
      int equals = piece.indexOf('=');
      String name = URLDecoder.decode(piece.substring(0, equals), UTF_8);
      String value = URLDecoder.decode(piece.substring(equals + 1), UTF_8);
      map.merge(name, new String[] {value}, NaiveUrl::both);
    }
    TreeMap<String, String> sorted = new TreeMap<>();
    for (Map.Entry<String, String[]> entry : map.entrySet()) {
      sorted.put(entry.getKey(), entry.getValue()[0]);
    }
    StringBuilder url = new StringBuilder(path);
    String separator = "?";
    for (Map.Entry<String, String> entry : sorted.entrySet()) {
      url.append(separator).append(entry.getKey()).append("=").append(entry.getValue());
      separator = "&";
    }
    return url.toString();
  }

  private static String[] both(String[] first, String[] second) {
    String[] both = new String[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
