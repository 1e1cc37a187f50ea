package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayStream;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.storage.Budget;
import io.github.mgsjaxrs.settings.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities that arrive in pieces, at every limit and one byte beyond it. */
class EntityPiecesTest {

  private static final Limits LIMITS = new Limits(50_000, 20_000, 60_000, 3_000_000, 10, 100);

  @TempDir Path directory;

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] all(EntityBuffer buffer) throws Exception {
    try (ReplayableEntity entity = buffer.finish()) {
      assertThat(entity.length()).isEqualTo(buffer.length());
      return entity.replay().readAllBytes();
    }
  }

  private static void refused(Rejection rejection, ThrowingStep step) {
    assertThatExceptionOfType(RefusalException.class)
        .isThrownBy(step::run)
        .satisfies(refusal -> assertThat(refusal.rejected().rejection()).isEqualTo(rejection));
  }

  private interface ThrowingStep {
    void run() throws Exception;
  }

  private static void assertNothingHeld(EntityStorage storage) {
    assertThat(storage.memory().used()).isZero();
    assertThat(storage.disk().used()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0,-1", "1,-1", "8192,-1", "8193,-1", "20000,-1", "20001,-1", "50000,-1",
    "0,0", "1,1", "8193,8193", "20000,20000", "20001,20001", "50000,50000", "9000,10"
  })
  void areTakenInWhateverTheirSizes(int length, long announced) throws Exception {
    EntityStorage storage = new EntityStorage(LIMITS, directory);
    byte[] body = bytes(length);
    for (int piece : new int[] {1_000, 8_192, 50_000}) {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      try (EntityBuffer buffer = new EntityBuffer(storage, announced, digest)) {
        buffer.admit();
        byte[] around = new byte[length + 3];
        System.arraycopy(body, 0, around, 3, length);
        for (int done = 0; done < length; done += piece) {
          buffer.append(around, done + 3, Math.min(piece, length - done));
        }
        assertThat(buffer.length()).isEqualTo(length);
        assertThat(storage.disk().used() > 0).isEqualTo(length > 20_000);
        assertThat(all(buffer)).isEqualTo(body);
        assertThat(digest.digest()).isEqualTo(MessageDigest.getInstance("MD5").digest(body));
      }
      assertNothingHeld(storage);
    }
  }

  @Test
  void areRefusedBeyondTheLargestBody() throws Exception {
    EntityStorage storage = new EntityStorage(LIMITS, directory);
    try (EntityBuffer buffer = new EntityBuffer(storage, -1, null)) {
      buffer.append(bytes(50_000), 0, 50_000);
      refused(Rejection.BODY_TOO_LARGE, () -> buffer.append(new byte[1], 0, 1));
    }
    assertNothingHeld(storage);
    new EntityBuffer(storage, 50_000, null).admit();
    refused(Rejection.BODY_TOO_LARGE, () -> new EntityBuffer(storage, 50_001, null).admit());
  }

  @Test
  void askForRoomOnDiskOnlyWhereTheyNeedIt() throws Exception {
    EntityStorage storage = new EntityStorage(LIMITS.withTotalDisk(30_000), directory);
    new EntityBuffer(storage, 20_000, null).admit();
    new EntityBuffer(storage, 30_000, null).admit();
    refused(Rejection.UNAVAILABLE, () -> new EntityBuffer(storage, 30_001, null).admit());
    assertThat(storage.disk().reserve(20_000)).isTrue();
    new EntityBuffer(storage, 20_000, null).admit();
    refused(Rejection.UNAVAILABLE, () -> new EntityBuffer(storage, 20_001, null).admit());
  }

  @ParameterizedTest
  @CsvSource({
    "100, -1, 100",
    "10000, -1, 10000",
    "20000, -1, 20000",
    "20001, -1, 20000",
    "30000, 30000, 20000",
    "0, -1, 0"
  })
  void areTakenWithoutBlockingAsFarAsMemoryGoes(int length, long announced, int taken)
      throws Exception {
    EntityStorage storage = new EntityStorage(LIMITS, directory);
    byte[] body = bytes(length);
    MessageDigest digest = MessageDigest.getInstance("MD5");
    try (EntityBuffer buffer = new EntityBuffer(storage, announced, digest)) {
      assertThat(buffer.appendInMemory(body)).isEqualTo(taken);
      assertThat(storage.disk().used()).isZero();
      buffer.readFrom(new ByteArrayInputStream(body, taken, length - taken));
      assertThat(all(buffer)).isEqualTo(body);
      assertThat(digest.digest()).isEqualTo(MessageDigest.getInstance("MD5").digest(body));
    }
    assertNothingHeld(storage);
  }

  @Test
  void areNotTakenInMemoryBeyondTheLargestBodyOrTheMemoryOfAll() throws Exception {
    EntityStorage small = new EntityStorage(LIMITS.withBody(150), directory);
    try (EntityBuffer buffer = new EntityBuffer(small, -1, null)) {
      assertThat(buffer.appendInMemory(new byte[100])).isEqualTo(100);
      assertThat(buffer.appendInMemory(new byte[100])).isEqualTo(50);
      assertThat(buffer.appendInMemory(new byte[1])).isZero();
    }
    EntityStorage shared = new EntityStorage(LIMITS.withTotalMemory(10_000), directory);
    try (EntityBuffer first = new EntityBuffer(shared, -1, null);
        EntityBuffer second = new EntityBuffer(shared, -1, null)) {
      assertThat(first.appendInMemory(new byte[9_000])).isEqualTo(8_192);
      assertThat(second.appendInMemory(new byte[1])).isZero();
    }
    assertNothingHeld(shared);
  }

  @Test
  void endWhereTheirEndWasTold() throws Exception {
    InputStream never =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("it was read");
          }
        };
    EntityStorage storage = new EntityStorage(LIMITS, directory);
    try (EntityBuffer ended = new EntityBuffer(storage, 5, null)) {
      ended.appendInMemory(bytes(5));
      ended.end();
      ended.readFrom(never);
      assertThat(all(ended)).isEqualTo(bytes(5));
    }
  }

  /** In report mode the resource gets all of it. */
  @Test
  void areKeptThoughMoreCameThanWasAnnounced() throws Exception {
    EntityStorage storage = new EntityStorage(LIMITS, directory);
    for (int announced : new int[] {0, 1, 8_192, 20_000, 30_000, 36_384}) {
      byte[] body = bytes(announced + 1);
      try (EntityBuffer buffer = new EntityBuffer(storage, announced, null)) {
        buffer.readFrom(new ByteArrayInputStream(body));
        assertThat(all(buffer)).as("%d announced", announced).isEqualTo(body);
      }
      assertNothingHeld(storage);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 30_000})
  void areReadFromAnyPlace(int length) throws Exception {
    EntityStorage storage = new EntityStorage(LIMITS, directory);
    byte[] body = bytes(length);
    try (EntityBuffer buffer = new EntityBuffer(storage, -1, null)) {
      buffer.readFrom(new ByteArrayInputStream(body));
      ReplayableEntity entity = buffer.finish();
      entity.outlastStreams();
      assertThat(entity.onDisk()).isEqualTo(length > 20_000);
      assertThat(entity.bytes()).isEqualTo(body);
      ReplayStream part = new ReplayStream(entity, 10, 20);
      byte[] target = new byte[30];
      assertThat(part.read(target, 5, 0)).isZero();
      assertThat(part.read(target, 5, 25)).isEqualTo(10);
      assertThat(Arrays.copyOfRange(target, 5, 15)).isEqualTo(Arrays.copyOfRange(body, 10, 20));
      assertThat(target[4]).isZero();
      assertThat(target[15]).isZero();
      assertThat(part.read(target, 0, 1)).isEqualTo(-1);
      assertThat(part.read()).isEqualTo(-1);
      part.reset();
      assertThat(part.read()).isEqualTo(body[10] & 0xff);
      assertThat(part.available()).isEqualTo(9);
      assertThat(part.skip(-1)).isZero();
      assertThat(part.skip(4)).isEqualTo(4);
      assertThat(part.markSupported()).isTrue();
      part.mark(0);
      assertThat(part.skip(9)).isEqualTo(5);
      part.reset();
      assertThat(part.read()).isEqualTo(body[15] & 0xff);
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> part.read(target, 28, 3));
      part.close();
      assertThat(entity.replay().read()).isEqualTo(body[0] & 0xff);
      entity.close();
      assertThatIOException().isThrownBy(() -> entity.replay().read());
      assertNothingHeld(storage);
    }
  }

  @Test
  void shareOneBudget() {
    Budget budget = new Budget(10);
    assertThat(budget.hasRoom(10)).isTrue();
    assertThat(budget.hasRoom(11)).isFalse();
    assertThat(budget.reserve(11)).isFalse();
    assertThat(budget.used()).isZero();
    assertThat(budget.reserve(4)).isTrue();
    assertThat(budget.reserve(6)).isTrue();
    assertThat(budget.reserve(1)).isFalse();
    assertThat(budget.hasRoom(1)).isFalse();
    budget.release(3);
    assertThat(budget.used()).isEqualTo(7);
    assertThat(budget.hasRoom(3)).isTrue();
    assertThat(budget.hasRoom(4)).isFalse();
    assertThat(budget.total()).isEqualTo(10);
  }
}
