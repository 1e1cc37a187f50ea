package io.github.mgsjaxrs.internal.diagnosis;

/** A part of the string to sign that a variation changes. */
public enum Aspect {
  METHOD,
  CONTENT_MD5,
  HEADERS,
  PATH,
  PARAMETERS,
  END
}
