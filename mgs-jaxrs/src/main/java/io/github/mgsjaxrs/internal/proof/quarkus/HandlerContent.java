package io.github.mgsjaxrs.internal.proof.quarkus;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/**
 * What the handlers of Quarkus REST hold: filters and interceptors, and the resource methods that
 * they pass requests on to.
 *
 * <p>Most of it is private. So the fields are read, of handlers alone: what is not found there,
 * because another version keeps it elsewhere, counts as missing.
 */
public final class HandlerContent {

  private static final String HANDLERS = "org.jboss.resteasy.reactive.server.handlers.";

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Object> others = new ArrayList<>();
  private final List<RuntimeResource> resources = new ArrayList<>();

  private HandlerContent() {}

  public static HandlerContent of(Object handlers) throws IllegalAccessException {
    HandlerContent content = new HandlerContent();
    content.take(handlers);
    return content;
  }

  /** The methods that the handlers pass requests on to. */
  public List<RuntimeResource> resources() {
    return resources;
  }

  /** Whether a filter or an interceptor is there; a subclass may do something else. */
  public boolean holds(Class<?> provider) {
    return others.stream().anyMatch(held -> held.getClass() == provider);
  }

  private void take(Object held) throws IllegalAccessException {
    if (held == null || !seen.add(held)) {
      return;
    }
    if (held instanceof RuntimeResource resource) {
      resources.add(resource);
    } else if (held instanceof RequestMapper<?> mapper) {
      take(mapper.getTemplates());
    } else if (held instanceof RequestMapper.RequestPath<?> path) {
      take(path.value);
    } else if (held instanceof Map<?, ?> map) {
      take(map.values());
    } else if (held instanceof Iterable<?> several) {
      for (Object one : several) {
        take(one);
      }
    } else if (held instanceof Object[] several) {
      for (int i = 0; i < several.length; i++) {
        take(Array.get(several, i));
      }
    } else if (held.getClass().getName().startsWith(HANDLERS)) {
      takeFields(held);
    } else {
      others.add(held);
    }
  }

  private void takeFields(Object handler) throws IllegalAccessException {
    for (Field field : handler.getClass().getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
        field.setAccessible(true);
        take(field.get(handler));
      }
    }
  }
}
