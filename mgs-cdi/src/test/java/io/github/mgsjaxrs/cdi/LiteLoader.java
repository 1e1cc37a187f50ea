package io.github.mgsjaxrs.cdi;

import jakarta.enterprise.inject.spi.Extension;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** Hides our portable extension, as containers with CDI Lite alone do: they do not look for it. */
final class LiteLoader extends ClassLoader {

  LiteLoader() {
    super(LiteLoader.class.getClassLoader());
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> all = super.getResources(name);
    if (!name.equals("META-INF/services/" + Extension.class.getName())) {
      return all;
    }
    List<URL> others = new ArrayList<>();
    for (URL service : Collections.list(all)) {
      try (var text = service.openStream()) {
        String names = new String(text.readAllBytes(), StandardCharsets.UTF_8);
        if (!names.contains(DefaultVerifierExtension.class.getName())) {
          others.add(service);
        }
      }
    }
    return Collections.enumeration(others);
  }
}
