package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.SignatureMark;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Marks in classes whose loader does not see this library, as those of an EJB archive beside a web
 * application that holds it: the JVM leaves such annotations out without a word, and the class file
 * alone tells of them. It does the same to what makes an annotation a mark.
 */
public final class UnseenMarks {

  private static final List<Class<?>> TOLD =
      Stream.<Class<?>>concat(SchemeMarks.types().stream(), Stream.of(SignatureMark.class))
          .toList();

  private UnseenMarks() {}

  /**
   * What a class asks for that has marks which cannot be seen.
   *
   * @param type the class
   * @return what nothing meets; null where the marks can be seen, or there are none
   */
  public static @Nullable Requirement in(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    // the library's own sees them
    if (loader == null || loader == SignatureMark.class.getClassLoader()) {
      return null;
    }
    List<Class<?>> unseen = unseen(loader);
    if (unseen.isEmpty()) {
      return null;
    }
    String file = file(loader, type);
    return unseen.stream().anyMatch(mark -> file.contains(mark.descriptorString()))
        ? Requirement.ofUnseenMark(type)
        : null;
  }

  private static List<Class<?>> unseen(ClassLoader loader) {
    List<Class<?>> unseen = new ArrayList<>(0);
    for (Class<?> mark : TOLD) {
      if (!sees(loader, mark.getName())) {
        unseen.add(mark);
      }
    }
    return unseen;
  }

  private static boolean sees(ClassLoader loader, String mark) {
    try {
      Class.forName(mark, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError unseen) {
      return false;
    }
  }

  private static String file(ClassLoader loader, Class<?> type) {
    try (InputStream in = loader.getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
