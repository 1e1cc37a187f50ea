package io.github.mgsjaxrs.diagnosis;

/** A part of the string to sign that a variation changes. */
enum Aspect {
  METHOD,
  CONTENT_MD5,
  PATH,
  PARAMETERS,
  END
}
