package io.github.mgsjaxrs.internal.entity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.settings.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityBufferTest {

  private static final Limits LIMITS =
      new Limits(1_000_000, 100_000, 400_000, 2_000_000, 1000, 4096);

  @TempDir Path directory;

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static ReplayableEntity read(EntityStorage storage, long announced, byte[] body)
      throws RefusalException {
    return read(storage, announced, new Dribble(body));
  }

  private static ReplayableEntity read(EntityStorage storage, long announced, InputStream in)
      throws RefusalException {
    try (EntityBuffer buffer = new EntityBuffer(storage, announced, null)) {
      buffer.admit();
      buffer.readFrom(in);
      return buffer.finish();
    }
  }

  /** Gives a few bytes at a time, as a network does. */
  private static final class Dribble extends ByteArrayInputStream {
    Dribble(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] target, int from, int count) {
      return super.read(target, from, Math.min(count, 7_001));
    }
  }

  private static void assertNothingHeld(EntityStorage storage) {
    assertThat(storage.memory().used()).isZero();
    assertThat(storage.disk().used()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 8191, 8192, 8193, 65_536, 99_999, 100_000, 100_001, 300_000, 1_000_000})
  void givesBackTheVeryBytes(int length) throws Exception {
    byte[] body = bytes(length);
    EntityStorage storage = new EntityStorage(LIMITS, directory);
    for (long announced : new long[] {length, -1}) {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      try (EntityBuffer buffer = new EntityBuffer(storage, announced, digest)) {
        buffer.admit();
        buffer.readFrom(new Dribble(body));
        try (ReplayableEntity entity = buffer.finish()) {
          assertThat(entity.length()).isEqualTo(length);
          assertThat(entity.replay().readAllBytes()).isEqualTo(body);
          assertThat(entity.bytes()).isEqualTo(body);
          assertThat(digest.digest()).isEqualTo(MessageDigest.getInstance("MD5").digest(body));
        }
      }
      assertNothingHeld(storage);
    }
  }

  /** As Quarkus REST gives none for the last chunk of an empty body with a trailer. */
  @ParameterizedTest
  @ValueSource(strings = {"", "x", "xyz"})
  void makesNoByteOfAnEmptyPiece(String sent) throws Exception {
    InputStream inPieces =
        new ByteArrayInputStream(sent.getBytes(UTF_8)) {
          private boolean empty = true;

          @Override
          public int read() {
            byte[] one = new byte[1];
            int read = read(one, 0, 1);
            return read < 0 ? -1 : one[0] & 0xFF;
          }

          @Override
          public int read(byte[] target, int from, int count) {
            empty = !empty;
            return empty ? super.read(target, from, Math.min(count, 1)) : 0;
          }
        };
    try (EntityBuffer buffer = new EntityBuffer(new EntityStorage(LIMITS, directory), -1, null)) {
      buffer.readFrom(inPieces);
      try (ReplayableEntity entity = buffer.finish()) {
        assertThat(entity.length()).isEqualTo(sent.length());
      }
    }
  }

  @Test
  void takesNoMemoryForAnEntityThatIsNotThere() throws Exception {
    EntityStorage storage = new EntityStorage(LIMITS, directory);
    try (ReplayableEntity none = read(storage, -1, new byte[0])) {
      assertThat(none.replay().read()).isEqualTo(-1);
      assertNothingHeld(storage);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1, 90_000})
  void takesNoMemoryBeforeTheFirstByteCame(long announced) throws Exception {
    EntityStorage storage = new EntityStorage(LIMITS, directory);
    InputStream stalls =
        new InputStream() {
          private boolean came;

          @Override
          public int read() {
            if (!came) {
              assertNothingHeld(storage);
            }
            int next = came ? -1 : 'x';
            came = true;
            return next;
          }
        };
    try (ReplayableEntity one = read(storage, announced, stalls)) {
      assertThat(one.length()).isEqualTo(1);
    }
    assertNothingHeld(storage);
  }

  @Test
  void takesMemoryAsBytesComeAndNotAsTheyAreAnnounced() throws Exception {
    EntityStorage storage = new EntityStorage(LIMITS, directory);
    try (EntityBuffer buffer = new EntityBuffer(storage, 90_000, null)) {
      buffer.admit();
      assertThat(storage.memory().used()).isZero();
      buffer.append(new byte[1], 0, 1);
      assertThat(storage.memory().used()).isLessThanOrEqualTo(65_536);
    }
    assertNothingHeld(storage);
  }

  @Test
  void leavesNoFileInTheDirectoryEvenWhileItIsUsed() throws Exception {
    EntityStorage storage = new EntityStorage(LIMITS, directory);
    try (ReplayableEntity entity = read(storage, -1, bytes(300_000))) {
      assertThat(storage.disk().used()).isGreaterThanOrEqualTo(300_000);
      try (Stream<Path> files = Files.list(directory)) {
        assertThat(files).isEmpty();
      }
      assertThat(entity.replay().readAllBytes()).hasSize(300_000);
    }
    assertNothingHeld(storage);
  }

  @Test
  void goesToDiskWhenAllEntitiesTogetherHoldTooMuchMemory() throws Exception {
    EntityStorage storage = new EntityStorage(LIMITS.withTotalMemory(70_000), directory);
    try (ReplayableEntity first = read(storage, 60_000, bytes(60_000));
        ReplayableEntity second = read(storage, 60_000, bytes(60_000))) {
      assertThat(storage.memory().used()).isEqualTo(60_000);
      assertThat(storage.disk().used()).isEqualTo(60_000);
      assertThat(second.replay().readAllBytes()).isEqualTo(first.replay().readAllBytes());
    }
    assertNothingHeld(storage);
  }

  @Test
  void refusesAnAnnouncedLengthOverTheLimitBeforeReading() {
    EntityStorage storage = new EntityStorage(LIMITS, directory);
    assertRefused(storage, 1_000_001, neverRead(), Rejection.BODY_TOO_LARGE);
  }

  @Test
  void refusesAnAnnouncedLengthThatHasNoRoomOnDiskBeforeReading() {
    EntityStorage storage = new EntityStorage(LIMITS.withTotalDisk(150_000), directory);
    assertRefused(storage, 200_000, neverRead(), Rejection.UNAVAILABLE);
  }

  @Test
  void keepsNobodyOutForBytesThatWereOnlyAnnounced() throws Exception {
    EntityStorage storage = new EntityStorage(LIMITS, directory);
    List<EntityBuffer> stalled = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      EntityBuffer buffer = new EntityBuffer(storage, 900_000, null);
      buffer.admit();
      stalled.add(buffer);
    }
    assertThat(storage.disk().used()).isZero();
    try (ReplayableEntity served = read(storage, 1_000_000, bytes(1_000_000))) {
      assertThat(served.length()).isEqualTo(1_000_000);
      assertThat(storage.disk().used()).isEqualTo(1_000_000);
    }
    stalled.forEach(EntityBuffer::close);
    assertNothingHeld(storage);
  }

  @Test
  void takesRoomOnDiskAsBytesArriveButNeverMoreThanAnnounced() throws Exception {
    EntityStorage storage =
        new EntityStorage(
            new Limits(4_000_000, 100_000, 400_000, 4_000_000, 1000, 4096), directory);
    try (EntityBuffer buffer = new EntityBuffer(storage, 1_500_000, null)) {
      buffer.admit();
      buffer.append(bytes(200_000), 0, 200_000);
      assertThat(storage.disk().used()).isEqualTo(1024 * 1024);
      buffer.append(bytes(1_300_000), 0, 1_300_000);
      assertThat(storage.disk().used()).isEqualTo(1_500_000);
    }
    assertNothingHeld(storage);
  }

  @Test
  void refusesUnannouncedBytesOverTheLimitWhileReading() {
    EntityStorage storage = new EntityStorage(LIMITS, directory);
    assertRefused(storage, -1, new Dribble(bytes(1_000_001)), Rejection.BODY_TOO_LARGE);
  }

  @Test
  void refusesUnannouncedBytesThatHaveNoRoomOnDisk() {
    EntityStorage storage = new EntityStorage(LIMITS.withTotalDisk(150_000), directory);
    assertRefused(storage, -1, new Dribble(bytes(200_000)), Rejection.UNAVAILABLE);
  }

  @Test
  void refusesAnEntityThatBreaksOff() {
    EntityStorage storage = new EntityStorage(LIMITS, directory);
    InputStream broken =
        new InputStream() {
          private int left = 150_000;

          @Override
          public int read() throws IOException {
            if (left-- <= 0) {
              throw new IOException("connection reset");
            }
            return 1;
          }
        };
    assertRefused(storage, 200_000, broken, Rejection.ENTITY_INCOMPLETE);
  }

  @Test
  void refusesAnEntityOfWhichItsStreamTellsByAnUncheckedExceptionThatItIsCut() {
    InputStream cut =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("insufficient data");
          }
        };
    assertRefused(new EntityStorage(Limits.defaults(), null), 10, cut, Rejection.ENTITY_INCOMPLETE);
  }

  @Test
  void isUnavailableWhereTheDirectoryIsGone() {
    EntityStorage storage = new EntityStorage(LIMITS, directory.resolve("gone"));
    assertRefused(storage, -1, new Dribble(bytes(200_000)), Rejection.UNAVAILABLE);
  }

  private static InputStream neverRead() {
    return new InputStream() {
      @Override
      public int read() {
        throw new AssertionError("The entity was read");
      }
    };
  }

  private static void assertRefused(
      EntityStorage storage, long announced, InputStream in, Rejection expected) {
    assertThatThrownBy(() -> read(storage, announced, in))
        .isInstanceOfSatisfying(
            RefusalException.class,
            refusal -> assertThat(refusal.rejected().rejection()).isEqualTo(expected));
    assertNothingHeld(storage);
  }

  @Test
  void cannotBeReadOnceItIsClosed() throws Exception {
    EntityStorage storage = new EntityStorage(LIMITS, directory);
    ReplayableEntity entity = read(storage, -1, bytes(10));
    InputStream replay = entity.replay();
    assertThat(replay.read()).isNotNegative();
    replay.close();
    replay.close();
    assertThatIOException().isThrownBy(replay::read);
    assertNothingHeld(storage);
  }

  @Test
  void isFreedWhenNobodyRefersToItAnyMore() throws Exception {
    EntityStorage storage = new EntityStorage(LIMITS, directory);
    forget(storage);
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (storage.disk().used() > 0 && System.nanoTime() < deadline) {
      System.gc();
      Thread.onSpinWait();
    }
    assertNothingHeld(storage);
  }

  private static void forget(EntityStorage storage) throws RefusalException {
    assertThat(read(storage, -1, bytes(300_000)).length()).isEqualTo(300_000);
    assertThat(storage.disk().used()).isPositive();
  }

  @Test
  void marksAndResetsAtAnyDistance() throws Exception {
    EntityStorage storage = new EntityStorage(LIMITS, directory);
    byte[] body = bytes(250_000);
    try (ReplayableEntity entity = read(storage, -1, body);
        InputStream replay = entity.replay()) {
      assertThat(replay.skip(100)).isEqualTo(100);
      replay.mark(1);
      byte[] rest = replay.readAllBytes();
      assertThat(rest).hasSize(249_900);
      assertThat(replay.read()).isEqualTo(-1);
      assertThat(replay.skip(5)).isZero();
      replay.reset();
      assertThat(replay.available()).isEqualTo(249_900);
      assertThat(replay.readAllBytes()).isEqualTo(rest);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1024 * 1024})
  void keepsEveryByteWhereNoMoreCanBeWritten(long disk) throws Exception {
    byte[] body = bytes(1_500_000);
    EntityStorage full =
        new EntityStorage(new Limits(3_000_000, 100_000, 400_000, disk, 1000, 4096), directory);
    InputStream in = new Dribble(body);
    try (EntityBuffer buffer = new EntityBuffer(full, -1, null)) {
      assertThatThrownBy(() -> buffer.readFrom(in)).isInstanceOf(RefusalException.class);
      try (ReplayableEntity taken = buffer.finish()) {
        assertThat(new SequenceInputStream(taken.replay(), in).readAllBytes()).isEqualTo(body);
      }
    }
    assertNothingHeld(full);
  }

  @Test
  void freesWhatWasTakenForAnEntityThatNeverCame() throws Exception {
    EntityStorage storage = new EntityStorage(LIMITS, directory);
    forgetAnEntityThatNeverCame(storage);
    for (int i = 0; i < 1_000 && storage.memory().used() > 0; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertNothingHeld(storage);
  }

  private static void forgetAnEntityThatNeverCame(EntityStorage storage) throws Exception {
    assertThat(read(storage, 500_000, new byte[0]).length()).isZero();
  }

  @Test
  void tellsTheLimitAsAnOperatorWritesIt() {
    long limit = 1500L * 1024 * 1024;
    EntityStorage storage = new EntityStorage(LIMITS.withBody(limit), directory);
    assertThatThrownBy(() -> read(storage, limit + 1, neverRead()))
        .isInstanceOfSatisfying(
            RefusalException.class,
            refusal ->
                assertThat(refusal.rejected().reason())
                    .isEqualTo("1572864001 bytes are announced, mgs.limits.body is 1500 MiB"));
  }
}
