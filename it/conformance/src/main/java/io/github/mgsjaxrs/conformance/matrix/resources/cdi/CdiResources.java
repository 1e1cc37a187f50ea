package io.github.mgsjaxrs.conformance.matrix.resources.cdi;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.MgsUnsigned;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Resources that stand behind the proxies of CDI. */
public final class CdiResources {

  private CdiResources() {}

  /** Marked as a whole, one for all requests. */
  @Path("matrix/cdi-application")
  @ApplicationScoped
  @MgsSigned
  public static class OneForAll {
    @POST
    public String post(String body) {
      return Reached.by(body);
    }

    @POST
    @Path("open")
    @MgsUnsigned
    public String open(String body) {
      return Reached.by(body);
    }
  }

  /** Marked on one method, one for each request. */
  @Path("matrix/cdi-request")
  @RequestScoped
  public static class OneForEach {
    @POST
    @MgsSigned
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** A marked sub-resource that is a bean. */
  @ApplicationScoped
  @MgsSigned
  public static class MarkedBean {
    @POST
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** A sub-resource that is a bean, without a mark. */
  @ApplicationScoped
  public static class PlainBean {
    @POST
    public String post(String body) {
      return Reached.by(body);
    }
  }

  /** Leads to beans, of which it gets proxies. */
  @Path("matrix/cdi-locators")
  @RequestScoped
  public static class Locators {
    @Inject MarkedBean marked;
    @Inject PlainBean plain;

    @Path("class")
    public MarkedBean marked() {
      return marked;
    }

    @Path("locator")
    @MgsSigned
    public PlainBean plain() {
      return plain;
    }
  }
}
