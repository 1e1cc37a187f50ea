package io.github.mgsjaxrs.internal.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.internal.protection.QuarkusRestModel.Said;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What counts where a way may have led through a locator again and again. */
class QuarkusRestModelTest {

  /** Leads to its own class. */
  static class Folder {
    @GET
    public String get() {
      return "";
    }

    @Path("folder")
    public Folder folder() {
      return new MarkedFolder();
    }
  }

  /** What it may lead to. */
  @MgsSigned
  static class MarkedFolder extends Folder {}

  /** Leads somewhere else. */
  static class Shelf {
    @Path("folder")
    public Folder folder() {
      return new Folder();
    }
  }

  private static ResourceModel.Fixed fixed(Class<?>... way) {
    return new Said(List.of(way)).fixed(Folder.class, () -> Set.of(MarkedFolder.class));
  }

  @Test
  void saysNothingWhereNoLocatorWasPassed() {
    assertThat(fixed(Folder.class)).isEqualTo(new ResourceModel.Fixed(List.of(), null));
  }

  @Test
  void doubtsWhereALocatorMayHaveLedThroughAMarkedClass() throws Exception {
    ResourceModel.Fixed fixed = fixed(Folder.class, Folder.class);
    assertThat(fixed.certain()).isEmpty();
    assertThat(fixed.doubted())
        .satisfies(
            doubted -> {
              assertThat(doubted.marks()).isNotEmpty();
              assertThat(doubted.doubt())
                  .contains("Folder.folder()", MarkedFolder.class.getName(), "return type");
            });
    assertThat(fixed(Shelf.class, Folder.class).doubted()).isNotNull();
    Marks marks =
        new Marks(
            List.of(ResourceStep.exactly(Folder.class)),
            Folder.class,
            Folder.class.getMethod("get"));
    marks.lookAtModel(fixed, List.of());
    assertThat(marks.find(List.of()))
        .isInstanceOfSatisfying(
            Marks.Marked.class, found -> assertThat(found.doubt()).contains("Folder.folder()"));
  }

  @Test
  void isCertainOfWhatIsShown() {
    ResourceModel.Fixed fixed = fixed(MarkedFolder.class, Folder.class);
    assertThat(fixed.certain()).isNotEmpty();
  }
}
