package io.github.mgsjaxrs.tomee.objects;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.conformance.registration.Registration;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.tomee.lost.CxfServlets;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * A servlet of CXF with resource providers that give out other classes than those which CXF shows.
 */
public final class ProvidedResources {

  private static final String LIFECYCLE = "org.apache.cxf.jaxrs.lifecycle.";

  private ProvidedResources() {}

  /** Sets up the servlet, at {@code /cxf/*}. */
  public static final class Start implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
      try {
        serve(event.getServletContext());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void serve(ServletContext context) throws ReflectiveOperationException {
    Object bus = CxfServlets.bus();
    CxfServlets.servlet(context, bus);
    MgsVerifier verifier =
        MgsVerifier.builder().salt("own", SignatureAlgorithm.MD5, "a salt").build();
    Object factory = CxfServlets.made("org.apache.cxf.jaxrs.JAXRSServerFactoryBean");
    CxfServlets.call(factory, "setBus", bus);
    CxfServlets.call(factory, "setAddress", "/");
    CxfServlets.call(factory, "setProviders", List.of(new MgsFeature(verifier)));
    CxfServlets.call(
        factory,
        "setResourceClasses",
        List.of(
            Api.class, Single.class, OpenSingle.class, Fresh.class, OpenFresh.class, Own.class));
    give(factory, Api.class, singleton(new MarkedApi()));
    give(factory, Single.class, singleton(new MarkedSingle()));
    give(factory, OpenSingle.class, singleton(new OpenSingle()));
    give(factory, Fresh.class, perRequest(MarkedFresh.class));
    give(factory, OpenFresh.class, perRequest(OpenFresh.class));
    give(factory, Own.class, own());
    CxfServlets.call(factory, "create");
  }

  private static void give(Object factory, Class<?> type, Object provider)
      throws ReflectiveOperationException {
    CxfServlets.call(factory, "setResourceProvider", type, provider);
  }

  private static Object singleton(Object instance) throws ReflectiveOperationException {
    return CxfServlets.type(LIFECYCLE + "SingletonResourceProvider")
        .getConstructor(Object.class)
        .newInstance(instance);
  }

  private static Object perRequest(Class<?> type) throws ReflectiveOperationException {
    return CxfServlets.type(LIFECYCLE + "PerRequestResourceProvider")
        .getConstructor(Class.class)
        .newInstance(type);
  }

  private static Object own() throws ReflectiveOperationException {
    Class<?> contract = CxfServlets.type(LIFECYCLE + "ResourceProvider");
    return Proxy.newProxyInstance(
        ProvidedResources.class.getClassLoader(),
        new Class<?>[] {contract},
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getInstance" -> new MarkedOwn();
              case "getResourceClass" -> Own.class;
              case "isSingleton" -> false;
              case "hashCode" -> 1;
              case "equals" -> proxy == arguments[0];
              case "toString" -> "own";
              default -> null;
            });
  }

  @Path("api")
  public interface Api {
    @GET
    String get();
  }

  public static class MarkedApi implements Api {
    @MgsSigned
    @Override
    public String get() {
      return Registration.SERVED;
    }
  }

  public static class Resource {
    @GET
    public String get() {
      return Registration.SERVED;
    }

    @Path("located")
    public Resource located() {
      return new Resource();
    }
  }

  @Path("single")
  public static class Single extends Resource {}

  @MgsSigned
  public static class MarkedSingle extends Single {}

  @Path("open/single")
  public static class OpenSingle extends Resource {}

  @Path("fresh")
  public static class Fresh extends Resource {}

  @MgsSigned
  public static class MarkedFresh extends Fresh {}

  @Path("open/fresh")
  public static class OpenFresh extends Resource {}

  @Path("own")
  public static class Own extends Resource {}

  @MgsSigned
  public static class MarkedOwn extends Own {}
}
