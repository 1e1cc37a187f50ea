package io.github.mgsjaxrs.quickstart;

/** A parameter is missing or wrong. */
final class ParameterException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String text;

  ParameterException(String text) {
    super(text);
    this.text = text;
  }

  /** What is said of it in the answer. */
  String text() {
    return text;
  }
}
