package io.github.mgsjaxrs.internal.entity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.settings.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was read and the rest, also where the rest is asked for through the entity itself. */
class BegunEntityTest {

  private static final int LIMIT = 50_000;
  private static final byte[] BODY = "0123456789".repeat(20_000).getBytes(US_ASCII);

  private final EntityStorage storage = new EntityStorage(Limits.defaults().withBody(LIMIT), null);
  private final Container container = new Container();
  private final Layer layer = new Layer();
  private final ReplayableEntity begun = begun();

  /** The stream at the bottom. */
  private static final class Container extends ByteArrayInputStream {
    private boolean closed;

    Container() {
      super(BODY);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** Asks whoever stands in the container's place, as a runtime does that opens its stream late. */
  private static final class Layer extends InputStream {
    private @Nullable BegunEntity entity;

    private BegunEntity entity() {
      return Objects.requireNonNull(entity);
    }

    @Override
    public int read() throws IOException {
      return entity().read();
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
      return entity().read(target, from, count);
    }

    @Override
    public int available() throws IOException {
      return entity().available();
    }

    @Override
    public void close() throws IOException {
      entity().close();
    }
  }

  private ReplayableEntity begun() {
    EntityBuffer buffer = new EntityBuffer(storage, -1, null);
    assertThatThrownBy(() -> buffer.readFrom(container)).isInstanceOf(RefusalException.class);
    assertThat(buffer.length()).isBetween((long) LIMIT, BODY.length / 2L);
    return buffer.finish();
  }

  private BegunEntity inPlaceOfTheContainer() {
    BegunEntity entity = new BegunEntity(begun, layer);
    entity.inPlaceOf(container);
    layer.entity = entity;
    return entity;
  }

  @Test
  void givesWhatWasReadAndThenTheRest() throws IOException {
    assertThat(new BegunEntity(begun, container).readAllBytes()).isEqualTo(BODY);
    assertThat(storage.memory().used()).isZero();
  }

  @Test
  void readsBelowWhereTheRestAsksForItAgain() throws IOException {
    assertThat(inPlaceOfTheContainer().readAllBytes()).isEqualTo(BODY);
  }

  @Test
  void givesTheSameByteByByte() throws IOException {
    BegunEntity entity = inPlaceOfTheContainer();
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    for (int next = entity.read(); next >= 0; next = entity.read()) {
      read.write(next);
    }
    assertThat(read.toByteArray()).isEqualTo(BODY);
  }

  @Test
  void tellsWhatIsAvailableOfThePartThatItIsAt() throws IOException {
    BegunEntity entity = inPlaceOfTheContainer();
    int first = Math.toIntExact(begun.length());
    assertThat(entity.available()).isEqualTo(first);
    assertThat(entity.readNBytes(first + 1)).hasSize(first + 1);
    assertThat(entity.available()).isEqualTo(BODY.length - first - 1);
  }

  @Test
  void closesWhatIsBelowAndFreesWhatWasRead() throws IOException {
    BegunEntity entity = inPlaceOfTheContainer();
    assertThat(storage.memory().used()).isPositive();
    entity.close();
    assertThat(container.closed).isTrue();
    assertThat(storage.memory().used()).isZero();
    assertThatThrownBy(() -> begun.replay().read()).isInstanceOf(IOException.class);
  }
}
