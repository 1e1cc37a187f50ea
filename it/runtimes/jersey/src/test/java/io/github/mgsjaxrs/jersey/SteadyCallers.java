package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that send requests which have to be served, one after another until they are closed. */
final class SteadyCallers implements AutoCloseable {

  private static final int CALLERS = 4;

  private final Endpoint endpoint;
  private final List<RawRequest> requests;
  private final AtomicInteger answers = new AtomicInteger();
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean over;

  SteadyCallers(Endpoint endpoint, List<RawRequest> requests) {
    this.endpoint = endpoint;
    this.requests = requests;
    for (int i = 0; i < CALLERS; i++) {
      Thread thread = new Thread(this::call, "steady-caller");
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  private void call() {
    for (int i = 0; !over && wrong.isEmpty(); i++) {
      try {
        RawResponse response = endpoint.send(requests.get(i % requests.size()));
        if (response.status() != 200) {
          wrong.add(response.toString());
        }
        answers.incrementAndGet();
      } catch (RuntimeException failed) {
        wrong.add(failed.toString());
      }
    }
  }

  int answers() {
    return answers.get();
  }

  List<String> wrongAnswers() {
    return List.copyOf(wrong);
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
