package io.github.mgsjaxrs.conformance.matrix;

import io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule;
import java.util.List;
import java.util.stream.Stream;

/** A mark on the application protects every resource of it; asked of a deployment of its own. */
public abstract class MarkedApplicationMatrix extends MatrixSuite {

  private static final String NAME = "application";

  /** For the runtime's own class. */
  protected MarkedApplicationMatrix() {
    super(NAME);
  }

  @Override
  List<MatrixRow> rows(String base, MatrixProfile profile) {
    String path = "/matrix/of-application";
    return Stream.of(
            row(base, "a resource", "POST", path),
            row(base, "a sub-resource", "POST", path + "/sub"),
            row(base, "a sub-resource", "GET", path + "/sub"),
            row(base, "a sub-resource", "HEAD", path + "/sub"),
            row(base, "a method of a sub-resource", "POST", path + "/sub/deep"))
        .toList();
  }

  private static MatrixRow row(String base, String what, String method, String path) {
    return ProtectionMatrix.row(base, NAME, what, method, path, Rule.PROTECTED);
  }
}
