package io.github.mgsjaxrs.conformance.hostile.marks;

/** A parameter's type that others extend. */
public class Wide {

  private final String text;

  /** Called by the runtime, with the parameter's value. */
  public Wide(String text) {
    this.text = text;
  }

  /** The value. */
  public final String text() {
    return text;
  }
}
