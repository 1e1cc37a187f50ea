package io.github.mgsjaxrs.apigatewayvectors;

import static io.github.mgsjaxrs.apigatewayvectors.OpenSslDigests.md5;

import java.util.ArrayList;
import java.util.List;

/** The published example, and each method with each kind of body. */
final class BodyCases {

  private BodyCases() {}

  static List<VectorRequest> all() {
    List<VectorRequest> cases = new ArrayList<>(published());
    cases.addAll(withoutBody());
    cases.addAll(bytes());
    cases.addAll(parts());
    cases.addAll(forms());
    cases.addAll(otherMethods());
    return cases;
  }

  private static List<VectorRequest> published() {
    VectorRequest published =
        VectorRequest.of("POST", "/demo/uri?QueryKey1=QueryValue1&QueryKey2=QueryValue2")
            .form("FormKey1=FormValue1&FormKey2=FormValue2")
            .header("HeaderKey1", "HeaderValue1")
            .header("HeaderKey2", "HeaderValue2")
            .listing("HeaderKey1,HeaderKey2")
            .signed(
                "POST\n\nheaderkey1:HeaderValue1\nheaderkey2:HeaderValue2\n"
                    + "/demo/uri?FormKey1=FormValue1&FormKey2=FormValue2"
                    + "&QueryKey1=QueryValue1&QueryKey2=QueryValue2");
    return List.of(
        published.named("published-example"),
        published
            .named("published-example-listed-in-another-order")
            .changed(VectorRequest.LIST, list -> "HeaderKey2,HeaderKey1"),
        published
            .named("published-example-sent-in-another-order")
            .target("/demo/uri?QueryKey2=QueryValue2&QueryKey1=QueryValue1")
            .bytes("FormKey2=FormValue2&FormKey1=FormValue1"));
  }

  private static List<VectorRequest> withoutBody() {
    return List.of(
        VectorRequest.of("GET", "/apigw/orders/7").signed("GET\n\n/apigw/orders/7").named("get"),
        VectorRequest.of("GET", "/apigw/orders?c=3&a=1")
            .header("X-User", "alice")
            .listing("X-User")
            .signed("GET\n\nx-user:alice\n/apigw/orders?a=1&c=3")
            .named("get-with-query-and-header"),
        VectorRequest.of("HEAD", "/apigw/orders/7?a=1")
            .header("X-User", "alice")
            .listing("X-User")
            .signed("HEAD\n\nx-user:alice\n/apigw/orders/7?a=1")
            .named("head"),
        VectorRequest.of("DELETE", "/apigw/orders/7?force=true")
            .header("X-User", "alice")
            .listing("X-User")
            .signed("DELETE\n\nx-user:alice\n/apigw/orders/7?force=true")
            .named("delete-without-body"),
        VectorRequest.of("PATCH", "/apigw/orders/7")
            .signed("PATCH\n\n/apigw/orders/7")
            .named("patch-without-body"),
        VectorRequest.of("POST", "/apigw/ping")
            .signed("POST\n\n/apigw/ping")
            .named("post-without-body"),
        VectorRequest.of("PUT", "/apigw/ping?x=1")
            .json("")
            .signed("PUT\n\n/apigw/ping?x=1")
            .named("put-without-body"));
  }

  private static List<VectorRequest> bytes() {
    String order = "{\"key1\":\"value1\",\"key2\":\"value2\"}";
    String name = "{\"name\":\"\u79fb\u52a8\u7f51\u5173\"}";
    String text = "\u7b2c\u4e00\u884c\n\u7b2c\u4e8c\u884c\n";
    byte[] binary = new byte[45];
    for (int i = 0; i < binary.length; i++) {
      binary[i] = (byte) (i * 11);
    }
    byte[] unit = OpenSslDigests.utf8("0123456789abcdef");
    byte[] large = OpenSslDigests.utf8("0123456789abcdef".repeat(65_536));
    return List.of(
        VectorRequest.of("POST", "/apigw/orders")
            .json(order)
            .signed("POST\n" + md5(order) + "\n/apigw/orders")
            .named("json-post"),
        VectorRequest.of("PUT", "/apigw/orders/7?dry=true")
            .json(name)
            .header("X-User", "alice")
            .listing("X-User")
            .signed("PUT\n" + md5(name) + "\nx-user:alice\n/apigw/orders/7?dry=true")
            .named("json-put-with-query-and-header"),
        VectorRequest.of("POST", "/apigw/orders")
            .json(order)
            .signed(
                "POST\n" + md5(order) + "\n/apigw/orders",
                ApiGatewayVectorGenerator.OTHER_KEY,
                ApiGatewayVectorGenerator.OTHER_SECRET)
            .named("json-post-by-a-secret-that-is-no-ascii"),
        VectorRequest.of("POST", "/apigw/orders")
            .json("null")
            .signed("POST\n" + md5("null") + "\n/apigw/orders")
            .named("post-of-the-text-null"),
        VectorRequest.of("POST", "/apigw/text")
            .header("Content-Type", "text/plain; charset=utf-8")
            .bytes(text)
            .signed("POST\n" + md5(text) + "\n/apigw/text")
            .named("text-post"),
        VectorRequest.of("POST", "/apigw/bytes")
            .header("Content-Type", "application/octet-stream")
            .bytes(binary)
            .signed("POST\n" + md5(binary) + "\n/apigw/bytes")
            .named("bytes-post"),
        VectorRequest.of("POST", "/apigw/bytes")
            .header("Content-Type", "application/octet-stream")
            .repeating(unit, 65_536)
            .signed("POST\n" + md5(large) + "\n/apigw/bytes")
            .named("large-post"));
  }

  /** Parts are hashed as the bytes that they are: only the other kind is a form. */
  private static List<VectorRequest> parts() {
    String parts =
        "--b7\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n2\r\n"
            + "--b7\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\n\u6587\r\n--b7--\r\n";
    VectorRequest sent =
        VectorRequest.of("POST", "/apigw/parts?a=1")
            .header("Content-Type", "multipart/form-data; boundary=b7")
            .bytes(parts);
    return List.of(
        sent.signed("POST\n" + md5(parts) + "\n/apigw/parts?a=1").named("parts-post"),
        sent.signed("POST\n\n/apigw/parts?a=1&b=2").refused(7002).named("parts-signed-as-a-form"),
        sent.signed("POST\n" + md5(parts) + "\n/apigw/parts?a=1")
            .bytes(parts.replace("\r\n2\r\n", "\r\n3\r\n"))
            .refused(7002)
            .named("parts-changed"));
  }

  private static List<VectorRequest> forms() {
    VectorRequest form =
        VectorRequest.of("POST", "/apigw/form?c=3&a=1")
            .form("d=4&b=2")
            .header("X-User", "alice")
            .listing("X-User")
            .signed("POST\n\nx-user:alice\n/apigw/form?a=1&b=2&c=3&d=4");
    return List.of(
        form.named("form-post"),
        VectorRequest.of("PUT", "/apigw/form?a=1")
            .form("b=2")
            .signed("PUT\n\n/apigw/form?a=1&b=2")
            .named("form-put"),
        VectorRequest.of("PATCH", "/apigw/form?a=1")
            .form("b=2")
            .signed("PATCH\n\n/apigw/form?a=1&b=2")
            .named("form-patch"),
        VectorRequest.of("POST", "/apigw/form?a=1")
            .form("")
            .signed("POST\n\n/apigw/form?a=1")
            .named("form-without-fields"),
        VectorRequest.of("POST", "/apigw/form")
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .bytes("name=%E6%9D%8E%E5%9B%9B&note=a%2Bb+c")
            .signed("POST\n\n/apigw/form?name=\u674e\u56db&note=a+b c")
            .named("form-with-charset"),
        form.bytes("d=5&b=2").refused(7002).named("form-field-changed"),
        form.bytes("d=4&b=2&e=5").refused(7002).named("form-field-added"),
        form.bytes("d=4").refused(7002).named("form-field-removed"),
        form.changed("Content-Type", type -> "application/json")
            .refused(7002)
            .named("form-sent-as-json"),
        VectorRequest.of("POST", "/apigw/form?a=1")
            .form("b=2")
            .signed("POST\n" + md5("b=2") + "\n/apigw/form?a=1")
            .refused(7002)
            .named("form-signed-as-bytes"));
  }

  /** The content MD5 is of PUT and POST alone, so that nothing says what the body was. */
  private static List<VectorRequest> otherMethods() {
    VectorRequest patch =
        VectorRequest.of("PATCH", "/apigw/orders/7")
            .json("{\"count\":2}")
            .signed("PATCH\n\n/apigw/orders/7");
    return List.of(
        patch
            .refused(7002)
            .acceptedWith("mgs.coverage=protocol")
            .named("patch-with-a-body-that-is-not-signed"),
        VectorRequest.of("PATCH", "/apigw/orders/7")
            .json("{\"count\":2}")
            .signed("PATCH\n" + md5("{\"count\":2}") + "\n/apigw/orders/7")
            .refused(7002)
            .named("patch-whose-body-is-signed"));
  }
}
