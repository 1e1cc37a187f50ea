package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.internal.proof.ServletGuard;
import jakarta.servlet.ServletContext;

/** What has to be so when a web application starts; loadable without the servlet API. */
final class ServletStart {

  private ServletStart() {}

  static void requireLooked(Object started) {
    try {
      if (started instanceof ServletContext context) {
        ServletGuard.requireLooked(context);
      } else {
        ServletGuard.requireLooked();
      }
    } catch (NoClassDefFoundError noServletApi) {
      return;
    }
  }
}
