package io.github.mgsjaxrs.conformance.suite;

import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a scheme with an echo and marks of its own has to hold, over HTTP: what was signed is served
 * whole, what was not is refused before the resource, and its mark counts in every place.
 */
abstract class SchemeSuite {

  /** A request that is rightly signed, and by which key. */
  record Served(String name, RawRequest request, GatewayKey key) {}

  /** A request that is not, and how it is refused. */
  record Refused(String name, RawRequest request, Consumer<Exchange> refusal) {}

  private final String resource;
  private final String echo;
  private final String marks;

  /**
   * For one scheme.
   *
   * @param resource what its resources call themselves
   * @param echo the path of its echo, such as {@code /mgw}
   * @param marks the path above its marks, such as {@code /rpc-marks}
   */
  SchemeSuite(String resource, String echo, String marks) {
    this.resource = resource;
    this.echo = echo;
    this.marks = marks;
  }

  /**
   * Where the application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  /** What the echo has to serve. */
  abstract Stream<Served> served();

  /** What the echo must not see. */
  abstract Stream<Refused> refused();

  /** A POST without anything of the scheme. */
  abstract RawRequest unsigned(String path);

  /** The same, wrongly signed. */
  abstract RawRequest wronglySigned(String path);

  /** The same, rightly signed. */
  abstract RawRequest signed(String path);

  abstract void isRefusedAsUnsigned(Exchange exchange);

  abstract void isRefusedAsWronglySigned(Exchange exchange);

  @TestFactory
  Stream<DynamicTest> servesWholeWhatWasSigned() {
    return served()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.name(), () -> send(row.request()).isServedWholeTo(resource, row.key())));
  }

  @TestFactory
  Stream<DynamicTest> refusesBeforeTheResourceWhatWasNot() {
    return refused()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.name(), () -> row.refusal().accept(send(row.request()))));
  }

  @TestFactory
  Stream<DynamicTest> reachesNothingByOtherSpellingsOfThePath() {
    String escaped = "/%%%02X%s".formatted((int) echo.charAt(1), echo.substring(2));
    return Stream.of(
            escaped,
            echo + ";a=b",
            "/" + echo,
            "/." + echo,
            echo + "/",
            echo + "/%2e%2e" + echo,
            "/open/.." + echo)
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path, () -> send(unsigned(path(path))).isNotServedTo(resource)));
  }

  @TestFactory
  Stream<DynamicTest> countsTheMarkInEveryPlace() {
    return Stream.of(
            "class",
            "method",
            "superclass",
            "super-method",
            "interface",
            "interface-method",
            "locator/sub",
            "sub-class/sub")
        .map(
            place ->
                DynamicTest.dynamicTest(
                    place,
                    () -> {
                      String path = path(marks + "/" + place);
                      isRefusedAsUnsigned(send(unsigned(path)));
                      isRefusedAsWronglySigned(send(wronglySigned(path)));
                      send(signed(path)).isServedTo(resource);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> leavesOpenWhatHasNoMarkOrIsExempt() {
    return Stream.of("class/open", "method/open")
        .map(
            place ->
                DynamicTest.dynamicTest(
                    place, () -> send(unsigned(path(marks + "/" + place))).isServedTo(resource)));
  }

  Exchange send(RawRequest request) {
    return Exchange.of(endpoint(), request);
  }

  String path(String path) {
    return endpoint().base() + path;
  }
}
