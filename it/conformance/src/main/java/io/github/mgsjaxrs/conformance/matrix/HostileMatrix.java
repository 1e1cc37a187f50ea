package io.github.mgsjaxrs.conformance.matrix;

import io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule;
import java.util.List;

/**
 * The hostile application: every place of a mark in every kind of resource class, behind every kind
 * of locator and proxy, as the build writes them.
 */
public abstract class HostileMatrix extends MatrixSuite {

  private static final String NAME = "hostile";

  /**
   * One request.
   *
   * @param name what is asked
   * @param path its path below the application's base
   * @param rule what has to become of it
   * @param part which classes it needs, by the name of their package
   */
  record Case(String name, String path, Rule rule, String part) {

    boolean isFor(MatrixProfile profile) {
      return switch (part) {
        case "plain" -> true;
        case "cdi" -> profile.has(OptionalPart.CDI);
        case "ejb" -> profile.has(OptionalPart.EJB);
        case "subclassed" -> profile.has(OptionalPart.SUBCLASSED_BEANS);
        case "bridged" -> profile.has(OptionalPart.BRIDGED_LOCATORS);
        case "ways" -> profile.has(OptionalPart.WHOLE_WAYS);
        case "proxy" -> profile.has(OptionalPart.SEEN_CLASSES);
        default -> throw new IllegalStateException(part);
      };
    }
  }

  /** For the runtime's own class. */
  protected HostileMatrix() {
    super(NAME);
  }

  @Override
  List<MatrixRow> rows(String base, MatrixProfile profile) {
    return HostileCases.all().stream()
        .filter(hostile -> hostile.isFor(profile))
        .map(
            hostile ->
                ProtectionMatrix.row(
                    base,
                    NAME,
                    hostile.part() + ": " + hostile.name(),
                    "GET",
                    hostile.path(),
                    hostile.rule()))
        .toList();
  }
}
