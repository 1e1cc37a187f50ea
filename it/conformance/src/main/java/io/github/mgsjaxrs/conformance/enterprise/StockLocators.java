package io.github.mgsjaxrs.conformance.enterprise;

import io.github.mgsjaxrs.conformance.enterprise.beans.ClosedMethodStock;
import io.github.mgsjaxrs.conformance.enterprise.beans.ClosedStock;
import io.github.mgsjaxrs.conformance.enterprise.beans.FarStock;
import io.github.mgsjaxrs.conformance.enterprise.beans.OpenStock;
import io.github.mgsjaxrs.conformance.enterprise.beans.RemoteOpenStock;
import io.github.mgsjaxrs.conformance.enterprise.beans.RemoteStock;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Leads to session beans, of which it knows the views alone. */
@Path("stock")
@RequestScoped
@SuppressWarnings("NullAway") // the container injects
public class StockLocators {

  @EJB private OpenStock open;
  @EJB private ClosedStock closed;
  @EJB private ClosedMethodStock closedMethod;
  @EJB private RemoteOpenStock remoteOpen;
  @EJB private RemoteStock remote;
  @EJB private FarStock far;

  /** For the container. */
  public StockLocators() {}

  @Path("open")
  public OpenStock open() {
    return open;
  }

  @Path("closed")
  public ClosedStock closed() {
    return closed;
  }

  @Path("closed-method")
  public ClosedMethodStock closedMethod() {
    return closedMethod;
  }

  @Path("remote-open")
  public RemoteOpenStock remoteOpen() {
    return remoteOpen;
  }

  @Path("remote")
  public RemoteStock remote() {
    return remote;
  }

  @Path("far")
  public FarStock far() {
    return far;
  }
}
