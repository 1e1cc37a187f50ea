package io.github.mgsjaxrs.cdi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.MgsFeature;
import io.github.mgsjaxrs.filter.BodySignature;
import io.github.mgsjaxrs.filter.BoundKooGalleryFilter;
import io.github.mgsjaxrs.filter.BoundRpcSignatureFilter;
import io.github.mgsjaxrs.filter.RequestSnapshotFilter;
import io.github.mgsjaxrs.filter.SignatureFilter;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
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
            allBut(BodySignature.class),
            allBut(BoundRpcSignatureFilter.class),
            allBut(BoundKooGalleryFilter.class))) {
      assertThatThrownBy(() -> ListedClasses.requireFilters(listing(incomplete)))
          .isInstanceOf(MgsConfigurationException.class)
          .hasMessageContaining("MgsFeature.providers()")
          .hasMessageContaining(
              "Left out are "
                  + MgsFeature.providers().stream()
                      .filter(provider -> !incomplete.contains(provider))
                      .map(Class::getName)
                      .collect(Collectors.joining(", ")));
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
    for (Set<Class<?>> complete : Set.<Set<Class<?>>>of(Set.of(), allBut(String.class))) {
      assertThatCode(() -> ListedClasses.requireFilters(listing(complete)))
          .doesNotThrowAnyException();
    }
  }

  private static Set<Class<?>> allBut(Class<?> one) {
    Set<Class<?>> rest = new HashSet<>(MgsFeature.providers());
    rest.add(Object.class);
    rest.remove(one);
    return rest;
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
