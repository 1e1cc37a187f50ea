package io.github.mgsjaxrs.conformance.registration;

/** What comes of a marked resource that was registered in one of the ways. */
public enum RegistrationOutcome {
  /** Signed requests are served, all others refused. */
  SERVED("served"),
  /** The deployment fails, or nothing of it is served. */
  REFUSED("deployment refused"),
  /** Nothing of the library runs, so that it cannot notice: served without verification. */
  UNDETECTABLE("undetectable");

  private final String cell;

  RegistrationOutcome(String cell) {
    this.cell = cell;
  }

  /** The words of the table. */
  @Override
  public String toString() {
    return cell;
  }
}
