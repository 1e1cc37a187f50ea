package io.github.mgsjaxrs.tomee.objects;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.registration.Registration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Proxy;

/** Locators that return what CXF shows under another class. */
public final class LocatedResources {

  private LocatedResources() {}

  /** Their names have what proxies of some libraries have in theirs. */
  @Path("dollar")
  public static class Dollar {
    @Path("declared")
    public Base declared() {
      return new Dollar$$Marked();
    }

    @Path("undeclared")
    public Object undeclared() {
      return new Dollar$$Marked();
    }

    @Path("method")
    public Base method() {
      return new Dollar$$MethodMarked();
    }

    @Path("open")
    public Base open() {
      return new Dollar$$Open();
    }

    @Path("deep")
    public Deep deep() {
      return new Deep();
    }
  }

  public static class Deep {
    @Path("deep")
    public Deep deep() {
      return this;
    }

    @Path("marked")
    public Base marked() {
      return new Dollar$$Marked();
    }

    @Path("open")
    public Base open() {
      return new Base();
    }
  }

  public static class Base {
    @GET
    public String get() {
      return Registration.SERVED;
    }
  }

  @MgsSigned
  public static class Dollar$$Marked extends Base {}

  public static class Dollar$$MethodMarked extends Base {
    @MgsSigned
    @Override
    public String get() {
      return super.get();
    }
  }

  public static class Dollar$$Open extends Base {}

  /** The mark is on a locator that does not return what CXF shows. */
  @Path("led")
  public static class Led {
    @MgsSigned
    @Path("marked")
    public Leading marked() {
      return new Open$$Leading();
    }

    @Path("open")
    public Open open() {
      return new Open();
    }
  }

  public interface Leading {
    @GET
    @Path("further")
    String further();
  }

  public static class Open extends Base {}

  public static class Open$$Leading extends Open implements Leading {
    @Override
    public String further() {
      return get();
    }
  }

  /** Where CXF is told so, the return type is what it shows. */
  @Path("typed")
  public static class Typed {
    @Path("interface")
    public Shape ofInterface() {
      return new MarkedShape();
    }

    @Path("abstract")
    public AbstractShape ofAbstractClass() {
      return new MarkedAbstractShape();
    }

    @Path("class")
    public Base ofClass() {
      return new Marked();
    }

    @Path("open/interface")
    public Shape openOfInterface() {
      return new OpenShape();
    }

    @Path("open/abstract")
    public AbstractShape openOfAbstractClass() {
      return new OpenAbstractShape();
    }

    @Path("open/class")
    public Base openOfClass() {
      return new Open();
    }
  }

  public interface Shape {
    @GET
    String get();
  }

  @Vetoed
  public static class MarkedShape implements Shape {
    @MgsSigned
    @Override
    public String get() {
      return Registration.SERVED;
    }
  }

  public static class OpenShape implements Shape {
    @Override
    public String get() {
      return Registration.SERVED;
    }
  }

  public abstract static class AbstractShape {
    @GET
    public abstract String get();
  }

  public static class MarkedAbstractShape extends AbstractShape {
    @MgsSigned
    @Override
    public String get() {
      return Registration.SERVED;
    }
  }

  public static class OpenAbstractShape extends AbstractShape {
    @Override
    public String get() {
      return Registration.SERVED;
    }
  }

  public static class Marked extends Base {
    @MgsSigned
    @Override
    public String get() {
      return super.get();
    }
  }

  /** A proxy of the application's own, beside a bean that has nothing to do with it. */
  @Path("proxied")
  public static class Proxied {
    @Inject private ShapeBean bean;

    @Path("own")
    public Shape own() {
      MarkedShape behind = new MarkedShape();
      return (Shape)
          Proxy.newProxyInstance(
              Shape.class.getClassLoader(),
              new Class<?>[] {Shape.class},
              (proxy, method, arguments) -> method.invoke(behind, arguments));
    }

    @Path("bean")
    public Shape bean() {
      return bean;
    }
  }

  @ApplicationScoped
  public static class ShapeBean implements Shape {
    @Override
    public String get() {
      return Registration.SERVED;
    }
  }
}
