package io.github.mgsjaxrs.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.InjectableBean;
import io.quarkus.arc.InjectableBean.Kind;
import jakarta.enterprise.inject.spi.Bean;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is asked of ArC's beans: all of these have the class that declares them among their types.
 */
class BeanKindsTest {

  @ParameterizedTest
  @EnumSource
  void takesWhatArcDoesNotMakeOfAClassForMadeByCode(Kind kind) {
    Bean<?> bean =
        (Bean<?>)
            Proxy.newProxyInstance(
                BeanKindsTest.class.getClassLoader(),
                new Class<?>[] {InjectableBean.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getKind" -> kind;
                      case "getTypes" -> Set.of(BeanKindsTest.class);
                      default -> BeanKindsTest.class;
                    });
    assertThat(BeanKinds.isMadeByCode(bean)).isEqualTo(kind != Kind.CLASS);
  }
}
