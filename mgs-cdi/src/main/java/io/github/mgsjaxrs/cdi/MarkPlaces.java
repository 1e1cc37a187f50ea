package io.github.mgsjaxrs.cdi;

/** What operators are told of marks at places where nothing can honour them. */
final class MarkPlaces {

  private MarkPlaces() {}

  static String fault(String type, String what) {
    return type
        + " has a mark, but is "
        + what
        + ": a mark there protects nothing. Put it on the resource class, or on an interface of it";
  }

  static String faultOfProducer(String method) {
    return method
        + " has a mark, but is a producer: a mark there protects nothing. Put it on the class of what"
        + " it produces, or on the locator that returns it";
  }
}
