package io.github.mgsjaxrs.internal.settings;

import java.util.Locale;

/** What the value of a setting is, in a word. */
enum SettingKind {
  BYTES,
  COUNT,
  DURATION,
  CHOICE,
  TEXT,
  EXACT_TEXT,
  PATH,
  CHARSET,
  URI,
  SECRET,
  PUBLIC_KEY;

  /** Whether spaces around a value belong to it. */
  boolean exact() {
    return this == EXACT_TEXT || this == SECRET || this == PUBLIC_KEY;
  }

  /** Whether no message shows a value. */
  boolean hidden() {
    return this == SECRET || this == PUBLIC_KEY;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
