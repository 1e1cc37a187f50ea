package io.github.mgsjaxrs.quickstart;

/**
 * What a customer of the marketplace bought.
 *
 * @param id the instance's id
 * @param password the first password of its administrator
 * @param state whether it can be used
 * @param expireTime when it ends, as KooGallery wrote it; empty where it has not said so
 */
record Instance(String id, String password, State state, String expireTime) {

  /** What became of it. */
  enum State {
    RUNNING,
    FROZEN,
    RELEASED
  }

  /** Paid for again; one that expired runs again. */
  Instance renewed(String until) {
    return new Instance(id, password, State.RUNNING, until.isEmpty() ? expireTime : until);
  }

  Instance in(State other) {
    return new Instance(id, password, other, expireTime);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return id + " " + state;
  }
}
