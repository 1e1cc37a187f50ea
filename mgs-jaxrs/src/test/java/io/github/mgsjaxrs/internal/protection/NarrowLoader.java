package io.github.mgsjaxrs.internal.protection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Has some classes of its own, as a web application has its copy of a library; hides others, as a
 * module does that exports few packages; and leaves the rest to the loader of the tests.
 */
final class NarrowLoader extends ClassLoader {

  private final Set<String> own;
  private Set<String> hidden = Set.of();

  private NarrowLoader(Set<String> own) {
    super(NarrowLoader.class.getClassLoader());
    this.own = own;
  }

  static NarrowLoader with(Class<?>... own) {
    return new NarrowLoader(names(own));
  }

  NarrowLoader without(Class<?>... unseen) {
    hidden = names(unseen);
    return this;
  }

  private static Set<String> names(Class<?>... types) {
    return Stream.of(types).map(Class::getName).collect(Collectors.toUnmodifiableSet());
  }

  Class<?> load(Class<?> known) throws ClassNotFoundException {
    return loadClass(known.getName());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (hidden.contains(name)) {
      throw new ClassNotFoundException(name);
    }
    if (!own.contains(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? defined(name) : loaded;
    }
  }

  private Class<?> defined(String name) {
    try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
      byte[] bytes = file.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
