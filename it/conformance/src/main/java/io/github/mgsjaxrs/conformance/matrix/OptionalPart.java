package io.github.mgsjaxrs.conformance.matrix;

/** What not every runtime has; the rows that need it are asked only where it is deployed. */
public enum OptionalPart {

  /** The package {@code hostile.bridged}: locators that narrow what they override. */
  BRIDGED_LOCATORS,

  /** The packages {@code resources.cdi} and {@code hostile.cdi}. */
  CDI,

  /** The packages {@code resources.ejb} and {@code hostile.ejb}. */
  EJB,

  /** The class {@code FormReaders.BesideParams}: methods that take fields and all of a form. */
  FORM_BESIDE_PARAMS,

  /** The package {@code resources.json}, and a provider that reads objects from JSON. */
  JSON,

  /** The package {@code resources.parts}, for Jakarta REST 3.1. */
  PARTS,

  /** The package {@code hostile.proxy}, where marked classes are seen when it is deployed. */
  SEEN_CLASSES,

  /** The package {@code resources.servlet}, its filter mapped to every path. */
  SERVLET,

  /** The package {@code hostile.subclassed}: beans one of which is a subclass of the other. */
  SUBCLASSED_BEANS,

  /** No package: the runtime tells every resource on the way to a matched method. */
  WHOLE_WAYS
}
