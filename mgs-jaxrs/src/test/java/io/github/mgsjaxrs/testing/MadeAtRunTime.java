package io.github.mgsjaxrs.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;

/** Makes classes while a test runs, as containers make their proxies. */
public final class MadeAtRunTime {

  private MadeAtRunTime() {}

  /** The same class without a file of its own. */
  public static Class<?> like(Class<?> type, MethodHandles.Lookup lookup) {
    String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      return lookup.defineHiddenClass(in.readAllBytes(), false).lookupClass();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
