package io.github.mgsjaxrs.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.backend.protocol.StringToSign;
import io.github.mgsjaxrs.internal.request.SentQuery;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ways to rebuild the string to sign of a GET request with some parameters. */
final class StringToSignWork {

  private static final int LIMIT = 1000;
  private static final String PATH = "/test/testSign";

  private final String query;
  private final SignedRequest request;
  private final SentQuery.Reading runtimes;

  StringToSignWork(int parameters, boolean escaped) {
    this.query = query(parameters, escaped);
    this.request = SignedRequest.of("GET", PATH, query, null, new byte[0]);
    this.runtimes = SentQuery.Reading.of(decoded(query));
    if (!compared()) {
      throw new IllegalStateException("The readings differ: " + query);
    }
    if (!ours().equals(naive())) {
      throw new IllegalStateException("The ways differ: " + ours() + " and " + naive());
    }
  }

  /** Names that share a beginning, in no order. */
  private static String query(int parameters, boolean escaped) {
    StringBuilder query = new StringBuilder();
    int names = parameters < 97 ? 97 : 1009; // a prime number each, so that no name is repeated
    for (int i = 0; i < parameters; i++) {
      int number = (i * 37 + 11) % names;
      query.append(i == 0 ? "" : "&").append("param").append(number);
      query.append(escaped ? "=%E5%BC%A0+value%20" : "=value").append(i);
    }
    return query.toString();
  }

  /** Compares all parameters with what a runtime makes of them. */
  boolean compared() {
    try {
      return SentQuery.readOtherwise(query, runtimes, LIMIT) == null;
    } catch (MalformedRequestException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, List<String>> decoded(String query) {
    Map<String, List<String>> parameters = new HashMap<>();
    for (String parameter : query.split("&")) {
      if (!parameter.isEmpty()) {
        String[] pair = parameter.split("=");
        parameters.put(pair[0], List.of(URLDecoder.decode(pair[1], UTF_8)));
      }
    }
    return parameters;
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

  /** As the documented sample has it. */
  String naive() {
    return "GET" + "\n" + "" + "\n" + NaiveUrl.of(PATH, query);
  }
}
