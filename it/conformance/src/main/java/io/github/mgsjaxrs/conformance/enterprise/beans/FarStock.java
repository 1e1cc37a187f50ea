package io.github.mgsjaxrs.conformance.enterprise.beans;

import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import jakarta.ejb.Remote;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;

/** The remote view of a session bean with a mark, which says itself that it is one. */
@Remote
public interface FarStock {

  /** Reached by GET. */
  @GET
  String get(@QueryParam(Reached.PARAMETER) String ticket);
}
