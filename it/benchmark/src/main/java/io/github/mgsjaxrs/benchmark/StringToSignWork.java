package io.github.mgsjaxrs.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.protocol.Canonicalization;
import io.github.mgsjaxrs.protocol.MalformedRequestException;
import io.github.mgsjaxrs.protocol.SignedRequest;
import io.github.mgsjaxrs.protocol.StringToSign;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Ways to rebuild the string to sign of a GET request with some parameters. */
final class StringToSignWork {

  private static final int LIMIT = 1000;
  private static final String PATH = "/test/testSign";

  private final String query;
  private final SignedRequest request;

  StringToSignWork(int parameters, boolean escaped) {
    this.query = query(parameters, escaped);
    this.request = SignedRequest.of("GET", PATH, query, null, new byte[0]);
    if (!ours().equals(naive())) {
      throw new IllegalStateException("The ways differ: " + ours() + " and " + naive());
    }
  }

  /** Names that share a beginning, in no order. */
  private static String query(int parameters, boolean escaped) {
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < parameters; i++) {
      int number = (i * 37 + 11) % 97;
      query.append(i == 0 ? "" : "&").append("param").append(number);
      query.append(escaped ? "=%E5%BC%A0+value%20" : "=value").append(i);
    }
    return query.toString();
  }

  int textBytes() {
    return ours().length();
  }

  String ours() {
    try {
      return StringToSign.of(request, Canonicalization.DEFAULT, LIMIT).text();
    } catch (MalformedRequestException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With what a servlet gives, and the collections of the documented sample. */
  String naive() {
    Map<String, String[]> map = new HashMap<>();
    for (String piece : query.split("&")) {
      int equals = piece.indexOf('=');
      String name = URLDecoder.decode(piece.substring(0, equals), UTF_8);
      String value = URLDecoder.decode(piece.substring(equals + 1), UTF_8);
      map.merge(name, new String[] {value}, StringToSignWork::both);
    }
    TreeMap<String, String> sorted = new TreeMap<>();
    for (Map.Entry<String, String[]> entry : map.entrySet()) {
      sorted.put(entry.getKey(), entry.getValue()[0]);
    }
    StringBuilder url = new StringBuilder(PATH);
    String separator = "?";
    for (Map.Entry<String, String> entry : sorted.entrySet()) {
      url.append(separator).append(entry.getKey()).append("=").append(entry.getValue());
      separator = "&";
    }
    return "GET" + "\n" + "" + "\n" + url;
  }

  private static String[] both(String[] first, String[] second) {
    String[] both = new String[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
