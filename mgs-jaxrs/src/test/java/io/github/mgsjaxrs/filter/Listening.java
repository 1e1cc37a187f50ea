package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.VerifiedCaller;
import io.github.mgsjaxrs.internal.enforcement.CallerListener;
import io.github.mgsjaxrs.internal.lookup.VerifierLookup;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.VerdictEvent;
import io.github.mgsjaxrs.verifier.VerdictListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The services of these tests, which do nothing but on a thread that asked for it. */
public final class Listening implements AutoCloseable {

  private static final ThreadLocal<Listening> HERE = new ThreadLocal<>();

  final List<VerifiedCaller> callers = new ArrayList<>();
  final List<VerdictEvent> verdicts = new ArrayList<>();
  @Nullable MgsVerifier found;
  @Nullable RuntimeException failure;
  @Nullable Throwable callerFailure;
  boolean listens = true;

  /** Listens until it is closed, to what happens on this thread. */
  Listening() {
    HERE.set(this);
  }

  @Override
  public void close() {
    HERE.remove();
  }

  /** Finds what the test wants to be found. */
  public static final class Lookup implements VerifierLookup {
    @Override
    public Optional<MgsVerifier> find() {
      Listening here = HERE.get();
      return here == null ? Optional.empty() : Optional.ofNullable(here.found);
    }
  }

  /** Remembers callers. */
  public static final class Callers implements CallerListener {
    @Override
    public void verified(VerifiedCaller caller) {
      Listening here = HERE.get();
      if (here == null) {
        return;
      }
      here.callers.add(caller);
      if (here.callerFailure instanceof RuntimeException failed) {
        throw failed;
      }
      if (here.callerFailure instanceof Error failed) {
        throw failed;
      }
    }
  }

  /** Remembers verdicts, and fails where the test wants it. */
  public static final class Verdicts implements VerdictListener {
    @Override
    public boolean listensTo(MgsVerifier verifier) {
      Listening here = HERE.get();
      if (here != null && here.failure != null) {
        throw here.failure;
      }
      return here != null && here.listens;
    }

    @Override
    public void told(VerdictEvent event) {
      Listening here = HERE.get();
      if (here != null) {
        here.verdicts.add(event);
      }
    }
  }
}
