package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.VerdictEvent;
import io.github.mgsjaxrs.verifier.VerdictListener;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Records the verdicts of verifiers whose keys ask for it, and of no others. */
public final class RecordedVerdicts implements VerdictListener {

  /** The path at which it throws. */
  static final String FAILING = "/failing";

  private Queue<VerdictEvent> events = new ConcurrentLinkedQueue<>();

  /** Keys whose verifier is listened to. */
  static final class Keys implements KeyResolver {

    private final KeyResolver keys;
    private final Queue<VerdictEvent> events = new ConcurrentLinkedQueue<>();

    Keys(KeyResolver keys) {
      this.keys = keys;
    }

    @Override
    public Optional<VerificationKey> resolve(String keyId) {
      return keys.resolve(keyId);
    }

    Queue<VerdictEvent> events() {
      return events;
    }
  }

  /** Called by the service loader. */
  public RecordedVerdicts() {}

  @Override
  public boolean listensTo(MgsVerifier verifier) {
    if (verifier.keys() instanceof Keys keys) {
      events = keys.events();
      return true;
    }
    return false;
  }

  @Override
  public void told(VerdictEvent event) {
    events.add(event);
    if (event.path().equals(FAILING)) {
      throw new IllegalStateException("a listener's own fault");
    }
  }
}
