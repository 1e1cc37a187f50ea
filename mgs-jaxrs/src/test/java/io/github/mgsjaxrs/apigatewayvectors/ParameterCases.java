package io.github.mgsjaxrs.apigatewayvectors;

import java.util.ArrayList;
import java.util.List;

/** The URL of the text: the path as it is sent, the parameters decoded, sorted, the first value. */
final class ParameterCases {

  private ParameterCases() {}

  static List<VectorRequest> all() {
    List<VectorRequest> cases = new ArrayList<>(accepted());
    cases.addAll(forms());
    cases.addAll(refused());
    return cases;
  }

  private static List<VectorRequest> accepted() {
    return List.of(
        get("first-value-of-a-repeated-parameter", "list?id=2&id=1&id=3&a=0", "list?a=0&id=2"),
        get(
            "percent-escapes-are-decoded-in-parameters",
            "q?name=%E5%BC%A0%E4%B8%89&sum=1%2B1%3D2&s=a%20b+c",
            "q?name=\u5f20\u4e09&s=a b c&sum=1+1=2"),
        get("percent-escapes-are-decoded-in-names", "q?%61=1&%E5%BC%A0=2", "q?a=1&\u5f20=2"),
        get("path-stays-as-sent", "a%20b/%E4%B8%AD?z=1", "a%20b/%E4%B8%AD?z=1"),
        get("empty-value", "q?a=&b=1", "q?a=&b=1"),
        get("name-without-value", "q?flag&b=1", "q?b=1&flag="),
        get("order-is-case-sensitive", "q?b=1&B=2&a=3&A=4&_=5&1=6", "q?1=6&A=4&B=2&_=5&a=3&b=1"),
        get("order-is-that-of-decoded-names", "q?%7A=1&b=2", "q?b=2&z=1"),
        get("empty-pieces-between-ampersands", "q?&a=1&&b=2&", "q?a=1&b=2"),
        get("value-with-equals-signs", "q?token=abc==&x=y=z", "q?token=abc==&x=y=z"),
        get("value-with-an-escaped-question-mark", "q?a=b%3Fc", "q?a=b?c"),
        get("parameter-with-a-colon", "q?x-role:admin=1", "q?x-role:admin=1"),
        get("a-question-mark-without-query", "q?", "q"));
  }

  private static List<VectorRequest> forms() {
    return List.of(
        form("query-and-form-together", "form?c=3&a=1", "b=2&d=4", "form?a=1&b=2&c=3&d=4"),
        form("form-fields-decoded", "form", "n%61me=%E6%9D%8E+x&a=%26", "form?a=&&name=\u674e x"),
        form("form-with-repeated-fields", "form", "id=2&id=1&a=", "form?a=&id=2"),
        form("form-with-a-name-without-value", "form", "flag&a=1", "form?a=1&flag="),
        form("one-name-and-value-in-query-and-form", "form?k=1", "k=1&z=2", "form?k=1&z=2"),
        form("query-before-form-for-one-name", "form?k=query", "k=form&z=1", "form?k=query&z=1")
            .refused(7002)
            .acceptedWith("mgs.coverage=protocol"),
        form("form-before-query-for-one-name", "form?k=query", "k=form&z=1", "form?k=form&z=1")
            .refused(7002));
  }

  private static List<VectorRequest> refused() {
    return List.of(
        get("parameters-signed-as-sent", "q?b=2&a=1", "q?b=2&a=1").refused(7002),
        get("parameters-signed-with-escapes", "q?a=%20", "q?a=%20").refused(7002),
        get("plus-signed-as-a-plus", "q?a=1+2", "q?a=1+2").refused(7002),
        get("name-without-value-signed-without", "q?flag&b=1", "q?b=1&flag").refused(7002),
        get("last-value-signed", "q?id=2&id=1", "q?id=1").refused(7002),
        get("all-values-signed", "q?id=2&id=1", "q?id=2&id=1").refused(7002),
        get("path-signed-decoded", "a%20b", "a b").refused(7002),
        get("path-signed-without-its-slash", "a/", "a").refused(7002));
  }

  private static VectorRequest get(String name, String target, String url) {
    return VectorRequest.of("GET", "/apigw/" + target)
        .header("X-User", "alice")
        .listing("X-User")
        .signed("GET\n\nx-user:alice\n/apigw/" + url)
        .named(name);
  }

  private static VectorRequest form(String name, String target, String form, String url) {
    return VectorRequest.of("POST", "/apigw/" + target)
        .form(form)
        .header("X-User", "alice")
        .listing("X-User")
        .signed("POST\n\nx-user:alice\n/apigw/" + url)
        .named(name);
  }
}
