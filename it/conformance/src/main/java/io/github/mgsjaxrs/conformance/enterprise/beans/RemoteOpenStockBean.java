package io.github.mgsjaxrs.conformance.enterprise.beans;

import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import jakarta.ejb.Remote;
import jakarta.ejb.Stateless;

/** Without a mark. */
@Stateless
@Remote(RemoteOpenStock.class)
public class RemoteOpenStockBean implements RemoteOpenStock {

  /** For the container. */
  public RemoteOpenStockBean() {}

  @Override
  public String get(String ticket) {
    return Reached.by(ticket);
  }
}
