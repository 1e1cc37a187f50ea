package io.github.mgsjaxrs.cdi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.MgsFeature;
import io.github.mgsjaxrs.filter.BodySignature;
import io.github.mgsjaxrs.filter.BoundSignatureFilter;
import io.github.mgsjaxrs.filter.EntityRelease;
import io.github.mgsjaxrs.filter.RequestSnapshotFilter;
import io.github.mgsjaxrs.filter.SignatureFilter;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists of classes on a runtime where nothing but the list counts. */
class ListedClassesTest {

  @Test
  void refusesAListThatLeavesTheFiltersOut() {
    for (Set<Class<?>> incomplete :
        Set.<Set<Class<?>>>of(
            Set.of(String.class),
            Set.of(MgsFeature.class),
            Set.of(RequestSnapshotFilter.class, SignatureFilter.class),
            Set.of(
                RequestSnapshotFilter.class,
                SignatureFilter.class,
                BoundSignatureFilter.class,
                EntityRelease.class))) {
      assertThatThrownBy(() -> ListedClasses.requireFilters(listing(incomplete)))
          .isInstanceOf(MgsConfigurationException.class)
          .hasMessageContaining(SignatureFilter.class.getName())
          .hasMessageContaining("getClasses()");
    }
  }

  @Test
  void refusesInstancesThatLeaveTheFiltersOut() {
    Application handingOut =
        new Application() {
          @Override
          @SuppressWarnings("deprecation") // what old applications do
          public Set<Object> getSingletons() {
            return Set.of("a resource");
          }
        };
    assertThatThrownBy(() -> ListedClasses.requireFilters(handingOut))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("getSingletons()");
  }

  @Test
  void letsAnApplicationStartThatListsNothingOrTheFiltersToo() {
    for (Set<Class<?>> complete :
        Set.<Set<Class<?>>>of(
            Set.of(),
            Set.of(
                String.class,
                RequestSnapshotFilter.class,
                SignatureFilter.class,
                BoundSignatureFilter.class,
                EntityRelease.class,
                BodySignature.class))) {
      assertThatCode(() -> ListedClasses.requireFilters(listing(complete)))
          .doesNotThrowAnyException();
    }
  }

  private static Application listing(Set<Class<?>> classes) {
    return new Application() {
      @Override
      public Set<Class<?>> getClasses() {
        return classes;
      }
    };
  }
}
