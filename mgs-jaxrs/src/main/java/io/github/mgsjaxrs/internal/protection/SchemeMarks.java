package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.SignatureMark;
import io.github.mgsjaxrs.internal.scheme.MarkMeaning;
import io.github.mgsjaxrs.internal.scheme.SchemeSlice;
import io.github.mgsjaxrs.internal.slices.SchemeSlices;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What marks mean, and by which names they are known. That something is a mark does not depend on
 * this: {@link SignatureMark} says it, and what it says it of without being here stays closed.
 */
public final class SchemeMarks {

  /** By name, as what another copy of the library says counts, too. */
  private static final String SIGNATURE_MARK = SignatureMark.class.getName();

  private static final Map<String, MarkMeaning<?>> MEANINGS =
      SchemeSlices.all()
          .<MarkMeaning<?>>map(SchemeSlice::mark)
          .collect(
              Collectors.toMap(
                  meaning -> meaning.type().getName(),
                  Function.identity(),
                  (one, other) -> {
                    throw new IllegalStateException("Two schemes have one mark: " + one.type());
                  },
                  LinkedHashMap::new));

  private static final List<Class<? extends Annotation>> TYPES =
      MEANINGS.values().stream().<Class<? extends Annotation>>map(MarkMeaning::type).toList();

  private SchemeMarks() {}

  /** What the mark of that name asks for; null if no scheme has it. */
  public static @Nullable MarkMeaning<?> named(String name) {
    return MEANINGS.get(name);
  }

  /** Whether it is the name of what makes an annotation a mark. */
  public static boolean isSignatureMark(String name) {
    return name.equals(SIGNATURE_MARK);
  }

  /** The marks of all schemes. */
  public static List<Class<? extends Annotation>> types() {
    return TYPES;
  }
}
