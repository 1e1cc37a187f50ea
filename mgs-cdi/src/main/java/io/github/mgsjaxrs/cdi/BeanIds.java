package io.github.mgsjaxrs.cdi;

import java.util.UUID;

/**
 * Ids of the beans that extensions add, one for each copy of the library. Weld tells such beans
 * apart by the name of the extension's class alone, so that two web applications of one enterprise
 * application that hold the library each would get one instance; OpenWebBeans looks a bean up by
 * its id for each web application that shares a copy.
 */
final class BeanIds {

  private static final String COPY = UUID.randomUUID().toString();

  private BeanIds() {}

  static String of(Class<?> bean) {
    return bean.getName() + '/' + COPY;
  }
}
