package io.github.mgsjaxrs.quarkusobservability;

import io.github.mgsjaxrs.verifier.VerdictEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application's observer of verdicts. */
@ApplicationScoped
public class Watch {

  private final List<VerdictEvent> seen = new CopyOnWriteArrayList<>();

  void judged(@ObservesAsync VerdictEvent event) {
    seen.add(event);
  }

  List<VerdictEvent> seen() {
    return seen;
  }
}
