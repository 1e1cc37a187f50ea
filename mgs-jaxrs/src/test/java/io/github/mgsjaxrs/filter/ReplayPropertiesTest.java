package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.settings.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The replay of an entity against a stream of the same bytes in memory. */
class ReplayPropertiesTest {

  /** Small enough that many entities lie in several segments or in a file. */
  private static final Limits LIMITS =
      new Limits(1_000_000, 70_000, 400_000, 2_000_000, 1000, 4096);

  private static final EntityStorage STORAGE = new EntityStorage(LIMITS, null);

  /** What a resource does to the stream, and with how many bytes. */
  record Step(Kind kind, int count) {}

  enum Kind {
    ONE,
    SOME,
    INTO_THE_MIDDLE,
    SKIP,
    SKIP_BACK,
    MARK,
    RESET,
    AVAILABLE,
    UP_TO,
    ALL,
    TRANSFER
  }

  @Provide
  Arbitrary<Step> steps() {
    return Combinators.combine(
            Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 90_000))
        .as(Step::new);
  }

  @Property(tries = 200)
  void anySequenceOfReadsGivesTheBytesThatWereSent(
      @ForAll @IntRange(max = 150_000) int length,
      @ForAll boolean announced,
      @ForAll @IntRange(min = 1, max = 80_000) int atATime,
      @ForAll List<@From("steps") Step> steps)
      throws IOException, RefusalException {
    byte[] body = new byte[length];
    new Random(length).nextBytes(body);
    try (ReplayableEntity entity = kept(body, announced ? length : -1, atATime)) {
      assertThat(entity.length()).isEqualTo(length);
      InputStream replay = entity.replay();
      InputStream model = new ByteArrayInputStream(body.clone());
      for (Step step : steps) {
        assertThat(done(step, replay, true)).as("%s", step).isEqualTo(done(step, model, false));
      }
      assertThat(replay.readAllBytes()).isEqualTo(model.readAllBytes());
      assertThat(replay.read()).isEqualTo(-1);
      assertThat(entity.replay().readAllBytes()).isEqualTo(body);
      assertThat(entity.bytes()).isEqualTo(body);
    }
    assertThat(STORAGE.memory().used()).isZero();
    assertThat(STORAGE.disk().used()).isZero();
  }

  @Property(tries = 100)
  void aClosedReplayGivesNoByteMoreAndHoldsNothing(
      @ForAll @IntRange(min = 1, max = 150_000) int length,
      @ForAll @Size(max = 5) List<@IntRange(max = 40_000) Integer> reads)
      throws IOException, RefusalException {
    ReplayableEntity entity = kept(new byte[length], -1, 10_000);
    InputStream replay = entity.replay();
    int read = 0;
    for (int count : reads) {
      read += replay.readNBytes(count).length;
    }
    replay.close();
    replay.close();
    if (read < length) {
      assertThatThrownBy(replay::read).isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> entity.replay().read()).isInstanceOf(IOException.class);
    assertThat(STORAGE.memory().used()).isZero();
    assertThat(STORAGE.disk().used()).isZero();
  }

  private static ReplayableEntity kept(byte[] body, long announced, int atATime)
      throws RefusalException {
    InputStream slow =
        new ByteArrayInputStream(body) {
          @Override
          public synchronized int read(byte[] target, int from, int count) {
            return super.read(target, from, Math.min(count, atATime));
          }
        };
    try (EntityBuffer buffer = new EntityBuffer(STORAGE, announced, null)) {
      buffer.admit();
      buffer.readFrom(slow);
      return buffer.finish();
    }
  }

  /** What came of it: the bytes, or a number. The JDK's stream hands out its own array. */
  private static Object done(Step step, InputStream in, boolean scribbling) throws IOException {
    return switch (step.kind()) {
      case ONE -> in.read();
      // one call of read may give less than asked for, readNBytes may not
      case SOME, UP_TO -> in.readNBytes(step.count());
      case INTO_THE_MIDDLE -> {
        byte[] target = new byte[step.count() + 20];
        int read = in.readNBytes(target, 10, step.count());
        assertThat(read).isLessThanOrEqualTo(step.count());
        yield target;
      }
      case SKIP -> in.skip(step.count());
      case SKIP_BACK -> in.skip(-step.count());
      case MARK -> {
        in.mark(step.count());
        yield in.markSupported();
      }
      case RESET -> {
        in.reset();
        yield in.available();
      }
      case AVAILABLE -> in.available();
      case ALL -> step.count() % 4 == 0 ? in.readAllBytes() : in.read();
      case TRANSFER -> {
        ByteArrayOutputStream gathered = new ByteArrayOutputStream();
        boolean directly = step.count() % 2 == 0 || !scribbling;
        OutputStream out = directly ? gathered : new Scribbler(gathered);
        yield step.count() % 3 == 0
            ? List.of(in.transferTo(out), HexFormat.of().formatHex(gathered.toByteArray()))
            : in.read();
      }
    };
  }

  /** Overwrites the arrays that it is given, as no stream should. */
  private static final class Scribbler extends OutputStream {

    private final OutputStream out;

    Scribbler(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int single) throws IOException {
      out.write(single);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
      Arrays.fill(bytes, from, from + count, (byte) 0);
    }
  }
}
