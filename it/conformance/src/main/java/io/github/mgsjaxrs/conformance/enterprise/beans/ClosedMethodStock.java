package io.github.mgsjaxrs.conformance.enterprise.beans;

import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;

/** The local view of a session bean with a mark on its method. */
public interface ClosedMethodStock {

  /** Reached by GET. */
  @GET
  String get(@QueryParam(Reached.PARAMETER) String ticket);
}
