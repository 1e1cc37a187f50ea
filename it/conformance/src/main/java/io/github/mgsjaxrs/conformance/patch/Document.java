package io.github.mgsjaxrs.conformance.patch;

/** What is read and patched, as JSON. */
public class Document {

  private String text = "";
  private String owner = "";

  /** For the runtime's JSON provider. */
  public Document() {}

  /**
   * A document.
   *
   * @param text what patches replace
   * @param owner what they leave alone
   */
  public Document(String text, String owner) {
    this.text = text;
    this.owner = owner;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getOwner() {
    return owner;
  }

  public void setOwner(String owner) {
    this.owner = owner;
  }
}
