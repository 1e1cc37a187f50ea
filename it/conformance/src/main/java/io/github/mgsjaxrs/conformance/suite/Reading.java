package io.github.mgsjaxrs.conformance.suite;

import io.github.mgsjaxrs.conformance.openssl.OpenSsl;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Header;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request that is rightly signed, and that somebody may read otherwise.
 *
 * @param name what is special
 * @param method of the request
 * @param path that is signed
 * @param query that is signed, "" for none
 * @param sent the request
 */
record Reading(String name, String method, String path, String query, RawRequest sent) {

  static final GatewayKey KEY = SuiteKeys.of("MD5");

  static Reading of(String name, String method, String path, String query, List<Header> headers) {
    String target = query.isEmpty() ? path : path + "?" + query;
    return signed(name, method, path, query, RawRequest.of(method, target).headers(headers));
  }

  static Reading signed(String name, String method, String path, String query, RawRequest request) {
    String md5 = request.body().length == 0 ? "" : OpenSsl.contentMd5(request.body());
    String text = method + "\n" + md5 + "\n" + path + parameters(query);
    return new Reading(
        name,
        method,
        path,
        query,
        request
            .header(GatewayCall.SIGNATURE, OpenSsl.sign(KEY, text))
            .header(GatewayCall.KEY_ID, KEY.id()));
  }

  /** What is sent where nothing can be read in two ways. */
  RawRequest plain() {
    return sent.target(query.isEmpty() ? path : path + "?" + query);
  }

  private static String parameters(String query) {
    Map<String, List<String>> sorted;
    try {
      sorted = new TreeMap<>(Seen.parameters(query));
    } catch (IllegalArgumentException broken) {
      return "?" + query; // it is refused whatever is signed
    }
    return sorted.isEmpty()
        ? ""
        : sorted.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue().get(0))
            .collect(Collectors.joining("&", "?", ""));
  }
}
