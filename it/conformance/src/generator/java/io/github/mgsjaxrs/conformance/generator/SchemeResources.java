package io.github.mgsjaxrs.conformance.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The echo and the marks of a scheme, from those of RPC: what is asked of one mark in a place is
 * asked of each. A further scheme is one entry here.
 */
final class SchemeResources {

  private static final String PACKAGE = "io/github/mgsjaxrs/conformance/echo";

  /**
   * What differs between the resources of two schemes.
   *
   * @param mark the annotation
   * @param prefix of the names of the classes
   * @param echo the path of the echo
   * @param marks the path of the marks
   * @param name what both answer with as {@code resource}
   */
  private record Scheme(String mark, String prefix, String echo, String marks, String name) {

    Path file(Path sources, String kind) {
      return sources.resolve(PACKAGE).resolve(prefix + kind + ".java");
    }

    String asIn(Scheme other, String source) {
      return source
          .replace(mark, other.mark)
          .replace(prefix, other.prefix)
          .replace(echo, other.echo)
          .replace(marks, other.marks)
          .replace('"' + name + '"', '"' + other.name + '"');
    }

    /** A class of two schemes at once would be asked for one of them alone. */
    void isGoneFrom(String source) {
      String text = source.toLowerCase(Locale.ROOT);
      for (String word : new String[] {mark, prefix, echo, marks, name}) {
        if (text.contains(word.toLowerCase(Locale.ROOT))) {
          throw new IllegalStateException(
              "'" + word + "' would be left in the resources of another scheme:\n" + source);
        }
      }
    }
  }

  private static final Scheme BY_HAND =
      new Scheme("MgsRpcSigned", "Rpc", "mgw", "rpc-marks", "rpc");

  private static final List<Scheme> GENERATED =
      List.of(
          new Scheme("KooGallerySigned", "KooGallery", "koo", "koo-marks", "koogallery"),
          new Scheme("ApiGatewaySigned", "ApiGateway", "apigw", "apigw-marks", "apigateway"));

  private SchemeResources() {}

  static void write(Path sources, Path generated) throws IOException {
    for (Scheme scheme : GENERATED) {
      for (String kind : new String[] {"Echo", "Marks"}) {
        String source = BY_HAND.asIn(scheme, Files.readString(BY_HAND.file(sources, kind)));
        BY_HAND.isGoneFrom(source);
        Path file = scheme.file(generated, kind);
        GeneratedSources.write(file, source);
      }
    }
  }
}
