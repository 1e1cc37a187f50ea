package io.github.mgsjaxrs.conformance.enterprise.beans;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import jakarta.ejb.Remote;
import jakarta.ejb.Stateless;

/** Marked on its class. */
@Stateless
@Remote(RemoteStock.class)
@MgsSigned
public class RemoteStockBean implements RemoteStock {

  /** For the container. */
  public RemoteStockBean() {}

  @Override
  public String get(String ticket) {
    return Reached.by(ticket);
  }
}
