package io.github.mgsjaxrs.conformance.hostile.marks;

/** A parameter's type that extends another. */
public class Narrow extends Wide {

  /** Called by the runtime, with the parameter's value. */
  public Narrow(String text) {
    super(text);
  }
}
