package io.github.mgsjaxrs.internal.url.diagnosis;

import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.internal.diagnosis.Aspect;
import io.github.mgsjaxrs.internal.diagnosis.Finding;
import io.github.mgsjaxrs.internal.diagnosis.Variation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Other paths that the gateway may have called. */
final class UrlPathVariations {

  private static final String STRIP = ".path-prefix.strip=";
  private static final String ADD = ".path-prefix.add=";

  /** Of how many leading segments it is tried that a proxy put them in front. */
  private static final int MOST_STRIPPED = 8;

  private final UrlText text;
  private final String settings;
  private final Canonicalization configured;
  private final List<Variation> variations = new ArrayList<>();

  private UrlPathVariations(UrlMismatch mismatch, UrlText text) {
    this.text = text;
    this.settings = mismatch.settings();
    this.configured = mismatch.canonicalization();
  }

  static List<Variation> of(UrlMismatch mismatch, UrlText text) {
    UrlPathVariations paths = new UrlPathVariations(mismatch, text);
    paths.addEscapes();
    paths.addWithoutPrefixes();
    paths.leadingParts().forEach(paths::addStripped);
    return paths.variations;
  }

  /**
   * A part that no request tells. Any text could have been in front, so it cannot be tried: it
   * remains possible where the header is a signature of the key's kind and nothing else explains
   * it.
   */
  static Finding unknownToTheBackend(UrlMismatch mismatch) {
    return Finding.possible(
        "The path may have been signed with a leading part that only the gateway knows, and that a"
            + " proxy took away: this cannot be tried, so it is possible and not proven. If the"
            + " gateway calls a longer path than the one that arrives here, set "
            + mismatch.settings()
            + ".path-prefix.add to what is missing");
  }

  private void add(Canonicalization varied, Finding... findings) {
    String path = text.path(varied);
    variations.add(
        new Variation(
            EnumSet.of(Aspect.PATH), List.of(findings), reading -> reading.withPath(path)));
  }

  private void addEscapes() {
    if (configured.path() == Escapes.RAW) {
      add(
          configured.toBuilder().path(Escapes.DECODED).build(),
          Finding.of(settings + ".path=decoded", "The path was signed decoded"));
    } else {
      add(
          configured.toBuilder().path(Escapes.RAW).build(),
          Finding.of(
              settings + ".path=raw",
              "The path was signed as it was sent, with its percent escapes"));
    }
  }

  private void addWithoutPrefixes() {
    if (!configured.pathPrefixStrip().isEmpty()) {
      add(
          configured.toBuilder().pathPrefixStrip("").build(),
          Finding.of(
              settings + STRIP,
              "The path was signed with its leading part '" + configured.pathPrefixStrip() + "'"));
    }
    if (!configured.pathPrefixAdd().isEmpty()) {
      add(
          configured.toBuilder().pathPrefixAdd("").build(),
          Finding.of(
              settings + ADD,
              "The path was signed without the leading part '"
                  + configured.pathPrefixAdd()
                  + "' that is configured"));
    }
  }

  private void addStripped(String part) {
    if (part.equals(configured.pathPrefixStrip())) {
      return;
    }
    Canonicalization varied = configured.toBuilder().pathPrefixStrip(part).build();
    Finding proxy =
        Finding.of(
            settings + STRIP + part,
            "The path was signed without its leading part '"
                + part
                + "', which a proxy between gateway and backend may have put in front");
    if (part.lastIndexOf('/') > 0) {
      add(varied, proxy);
    } else {
      add(
          varied,
          proxy,
          Finding.ofCause(
              "The path was signed without '"
                  + part
                  + "': if that is the application's context path, whoever signed left it out, and"
                  + " the gateway signs the whole path between port and question mark"));
    }
  }

  /** /a, /a/b and so on, the whole path last. */
  private List<String> leadingParts() {
    List<String> parts = new ArrayList<>();
    String path = wholePath();
    if (path == null || !path.startsWith("/")) {
      return parts;
    }
    for (int end = path.indexOf('/', 1); parts.size() < MOST_STRIPPED; ) {
      String part = end < 0 ? path : path.substring(0, end);
      if (!part.endsWith("/")) {
        parts.add(part);
      }
      if (end < 0) {
        return parts;
      }
      end = path.indexOf('/', end + 1);
    }
    return parts;
  }

  private @Nullable String wholePath() {
    return text.path(configured.toBuilder().pathPrefixStrip("").pathPrefixAdd("").build());
  }
}
