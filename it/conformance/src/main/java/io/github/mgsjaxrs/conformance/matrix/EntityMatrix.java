package io.github.mgsjaxrs.conformance.matrix;

import java.util.List;

/** Every way to take an entity: whole where the signature is right, and never taken otherwise. */
public abstract class EntityMatrix extends MatrixSuite {

  /** For the runtime's own class. */
  protected EntityMatrix() {
    super(EntityRows.NAME);
  }

  @Override
  List<MatrixRow> rows(String base, MatrixProfile profile) {
    EntityRows rows = new EntityRows(base + "/matrix/");
    WholeEntities whole = new WholeEntities(rows);
    MultipartEntities multipart = new MultipartEntities(rows);
    whole.addBodies();
    whole.addForms();
    multipart.addOtherTypes();
    whole.addOpen();
    if (profile.has(OptionalPart.JSON)) {
      whole.addJson();
    }
    if (profile.has(OptionalPart.PARTS)) {
      multipart.addParts();
      multipart.addOtherBoundaries();
    }
    if (profile.has(OptionalPart.SERVLET)) {
      new ServletEntities(rows, multipart).add();
    }
    return rows.list();
  }
}
