package io.github.mgsjaxrs.internal.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.testing.Recorder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is freed when a request is over, or was forgotten. */
class HeldBytesTest {

  @Test
  void freesAllAndThrowsNothingThoughItsFileCannotBeClosed() {
    List<Closeable> faults =
        List.of(
            () -> {
              throw new FileSystemException("/full", null, "no space left on device");
            },
            () -> {
              throw new IllegalStateException("no file any more");
            });
    for (Closeable fault : faults) {
      EntityStorage storage = new EntityStorage(Limits.defaults(), null);
      HeldBytes held = new HeldBytes(storage);
      assertThat(held.takeMemory(10)).isTrue();
      assertThat(held.takeDisk(20)).isTrue();
      held.hold(fault);
      Recorder.clear();
      assertThatNoException().isThrownBy(held::run);
      assertThat(storage.memory().used()).isZero();
      assertThat(storage.disk().used()).isZero();
      assertThat(held.isNothing()).isTrue();
      assertThat(Recorder.lines())
          .singleElement()
          .asString()
          .contains("A temporary file of mgs.temp-dir could not be closed");
    }
  }

  @Test
  void freesAFileOnce() throws IOException {
    EntityStorage storage = new EntityStorage(Limits.defaults(), null);
    HeldBytes held = new HeldBytes(storage);
    held.takeDisk(20);
    int[] closed = {0};
    held.hold(() -> closed[0]++);
    held.run();
    held.run();
    assertThat(closed[0]).isEqualTo(1);
    assertThat(storage.disk().used()).isZero();
  }
}
