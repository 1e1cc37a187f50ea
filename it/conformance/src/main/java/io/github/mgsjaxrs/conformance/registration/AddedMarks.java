package io.github.mgsjaxrs.conformance.registration;

import io.github.mgsjaxrs.MgsSigned;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Vetoed;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.MethodConfig;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Marks that extensions of CDI Lite add, and resources that code makes. */
public final class AddedMarks {

  private AddedMarks() {}

  /** Has a mark on one method. */
  @Path("orders")
  public static class Orders {
    /** Open. */
    @GET
    public String get() {
      return "";
    }

    /** Marked. */
    @GET
    @Path("signed")
    @MgsSigned(keys = "MD5")
    public String signed(@QueryParam("a") List<String> all, @QueryParam("b") String one) {
      return "";
    }
  }

  /** Adds a mark to a method. */
  public static class ToMethod implements BuildCompatibleExtension {
    @Enhancement(types = Orders.class)
    public void add(MethodConfig method) {
      if (method.info().name().equals("get")) {
        method.addAnnotation(MgsSigned.class);
      }
    }
  }

  /** Adds a mark to a class that has one already. */
  public static class ToClass implements BuildCompatibleExtension {
    @Enhancement(types = Orders.class)
    public void add(ClassConfig type) {
      type.addAnnotation(MgsSigned.class);
    }
  }

  /** Makes its objects itself. */
  @Path("produced")
  @Singleton
  public static class Produced {
    /** Makes one of a subclass. */
    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    public static Produced make() {
      return new MarkedProduced();
    }

    /** Answers. */
    @GET
    public String get() {
      return "";
    }
  }

  /** What runs. */
  @Vetoed
  @MgsSigned
  public static class MarkedProduced extends Produced {}

  /** An extension makes its objects. */
  @Path("synthetic")
  @Vetoed
  public static class Synthetic {
    /** Answers. */
    @GET
    public String get() {
      return "";
    }
  }

  /** What runs. */
  @Vetoed
  @MgsSigned
  public static class MarkedSynthetic extends Synthetic {}

  /** Makes the bean. */
  public static class MakesBean implements BuildCompatibleExtension {
    @Synthesis
    public void add(SyntheticComponents components) {
      components
          .addBean(Synthetic.class)
          .type(Synthetic.class)
          .scope(Singleton.class)
          .createWith(Creator.class);
    }
  }

  /** Makes its object. */
  public static class Creator implements SyntheticBeanCreator<Synthetic> {
    @Override
    public Synthetic create(Instance<Object> beans, Parameters parameters) {
      return new MarkedSynthetic();
    }
  }
}
