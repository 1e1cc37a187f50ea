package io.github.mgsjaxrs.conformance.matrix;

/** What not every runtime has; the rows that need it are asked only where it is deployed. */
public enum OptionalPart {

  /** The package {@code resources.cdi}. */
  CDI,

  /** The package {@code resources.ejb}. */
  EJB,

  /** The package {@code resources.json}, and a provider that reads objects from JSON. */
  JSON,

  /** The package {@code resources.parts}, for Jakarta REST 3.1. */
  PARTS,

  /** The package {@code resources.servlet}, its filter mapped to every path. */
  SERVLET
}
