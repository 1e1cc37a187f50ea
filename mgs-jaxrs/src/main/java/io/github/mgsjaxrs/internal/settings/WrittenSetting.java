package io.github.mgsjaxrs.internal.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One setting as an operator wrote it, wherever that is. */
interface WrittenSetting {

  /** The name, in the spelling of the operator. */
  String name();

  /** The value exactly as given, or null where it is not set or a fault. */
  @Nullable String exact();

  /** The value exactly as given; an empty one counts as not set. */
  @Nullable String text();

  /** The elements of a list, given as one text or one by one; empty where it is not set. */
  List<String> list();

  /** Whether a list that has no elements was meant to have some. */
  boolean isEmptyList();
}
