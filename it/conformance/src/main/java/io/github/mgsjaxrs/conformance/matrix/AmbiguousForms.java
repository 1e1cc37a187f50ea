package io.github.mgsjaxrs.conformance.matrix;

import java.util.List;

/** Forms, queries and declarations that somebody may read otherwise. */
final class AmbiguousForms {

  static final String FORM = "application/x-www-form-urlencoded";

  static final List<String> FORMS =
      List.of(
          "a=1&b=2",
          "a=1&a=x%26b%3D9&b=2",
          "b=2&a=1&a=%26b=9",
          "a=%26b%3D9&b=2",
          "a=%3D&b=%26",
          "a=%25&b=%2526b%253D9",
          "a=1&a=3&b=2",
          "a=1+2&b=%2B",
          "a&b",
          "a=&b=",
          "a&a=1",
          "&&a=1&&b=2&",
          "=x&a=1",
          "=&a=1",
          "a=1;b=2",
          "a=1;b=9&b=2",
          "a=1&A=2",
          "A=1&a=2",
          "%61=1&b=2",
          "a=2&%61=1",
          "a%3D=1&b=2",
          "a==1",
          "a=1=2&b=2",
          "a=1&a=%0D%0Ab%3D9&b=2",
          "a=1\r\nb=9&b=2",
          "a=1&b=2\r\n",
          " a=1&b=2",
          "a= 1&b=2",
          "a=%00&b=2",
          "a=%E5%BC%A0&b=2",
          "%E5%BC%A0=1&b=2",
          "a=\u5f20&b=2",
          "a=%F0%9F%98%80",
          "a=%EF%BB%BF1",
          "a=%FF&b=2",
          "a=%C0%A6b=9&b=2",
          "a=%zz&b=2",
          "a=%&b=2",
          "a=%u0031&b=2",
          "a[]=1&a[]=3&b=2",
          "a.b=1&b=2",
          "a=1#&b=2",
          "a=1?b=9&b=2",
          "_charset_=GBK&a=%D5%C5&b=2",
          "_method=DELETE&a=1",
          "a=1&b=2&jsessionid=3");

  /** What every client may send has to be served. */
  static final List<String> PLAIN =
      List.of("a=1&b=2", "a=1&a=3&b=2", "a=1=2&b=2", "a=%26b%3D9&b=2", "a=%E5%BC%A0&b=2");

  static final List<String> TYPES =
      List.of(
          FORM + ";charset=UTF-8",
          FORM + "; charset=utf-8",
          FORM + ";charset=\"UTF-8\"",
          FORM + ";charset=GBK",
          FORM + "; charset=\"GBK\"",
          FORM + ";Charset=GBK",
          FORM + ";charset=ISO-8859-1",
          FORM + ";charset=UTF-16",
          FORM + ";x=y;charset=GBK",
          FORM + ";x=\"; charset=GBK\"",
          FORM + ";x=\"\\\"; charset=GBK\"",
          FORM + ";charset=UTF-8;charset=GBK",
          FORM + ";charset=",
          FORM + ";charset=nonsense",
          FORM + " ;charset=GBK",
          "Application/X-WWW-Form-Urlencoded;CHARSET=GBK",
          FORM + ";charset*=UTF-8''GBK");

  static final List<String> TYPES_BESIDE_QUERIES =
      List.of(
          "application/json",
          "application/json;charset=UTF-8",
          "text/plain;charset=GBK",
          "text/plain;charset=UTF-16LE",
          FORM,
          FORM + ";charset=UTF-8",
          FORM + ";charset=GBK",
          "multipart/form-data;boundary=x",
          "multipart/form-data;boundary=x;charset=UTF-8",
          "multipart/form-data;boundary=x;charset=GBK",
          "multipart/form-data;boundary=x;charset=UTF-16LE",
          "multipart/form-data;boundary=x;y=\"; charset=GBK\"");

  /** What charsets make different fields of. */
  static final List<String> FORMS_OF_CHARSETS =
      List.of("a=%D5%C5&b=2", "a=%81%26b%3D9&b=2", "a=%E5%BC%A0&b=%D5%5C");

  private AmbiguousForms() {}
}
