package io.github.mgsjaxrs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.cache.CacheManager;
import javax.cache.spi.CachingProvider;
import org.junit.jupiter.api.Test;

/** Whose is a cache manager, and who closes it. */
class JCacheUseTest {

  private static final ReplaySettings OWN = ReplaySettings.DEFAULT;

  private final List<String> caches = new ArrayList<>();
  private final List<String> closed = new ArrayList<>();
  private boolean closedByOthers;

  private final CachingProvider provider =
      proxy(
          CachingProvider.class,
          (proxy, method, arguments) -> method.getName().equals("close") ? tell("provider") : null);

  private final CacheManager manager =
      proxy(
          CacheManager.class,
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "getCacheNames" -> caches;
                case "getCachingProvider" -> provider;
                case "isClosed" -> closedByOthers;
                case "close" -> tell("manager");
                default -> throw new AssertionError(method);
              });

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Object tell(String what) {
    closed.add(what);
    return null;
  }

  private void begin() {
    assertThat(JCacheUse.begin(() -> manager)).isSameAs(manager);
  }

  @Test
  void closesManagerAndProviderAfterTheLastGuard() {
    begin();
    begin();
    caches.add("mgs-replay.koogallery-v2");
    JCacheUse.end(manager, OWN);
    assertThat(closed).isEmpty();
    JCacheUse.end(manager, OWN);
    assertThat(closed).containsExactly("manager", "provider");
    JCacheUse.end(manager, OWN);
    assertThat(closed).hasSize(2);
  }

  @Test
  void leavesTheProviderOpenWhereTheManagerHasAUriOfItsOwn() {
    begin();
    JCacheUse.end(manager, OWN.withUri(URI.create("caches.xml")));
    assertThat(closed).containsExactly("manager");
  }

  @Test
  void leavesAManagerOpenThatOthersUsedBefore() {
    caches.add("mgs-replay.rpc");
    begin();
    JCacheUse.end(manager, OWN);
    assertThat(closed).isEmpty();
  }

  @Test
  void leavesAManagerOpenThatOthersUseNow() {
    for (String other : List.of("prices", "mgs-replays.rpc", "mgs-replay")) {
      caches.clear();
      begin();
      caches.addAll(List.of("mgs-replay.rpc", other));
      JCacheUse.end(manager, OWN);
      assertThat(closed).as(other).isEmpty();
    }
  }

  @Test
  void closesNothingThatOthersClosed() {
    begin();
    closedByOthers = true;
    JCacheUse.end(manager, OWN);
    assertThat(closed).isEmpty();
  }
}
