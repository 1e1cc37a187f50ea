package io.github.mgsjaxrs.tomee.objects;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.registration.Registration;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Vetoed;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.InjectionTarget;
import jakarta.enterprise.inject.spi.ProcessInjectionTarget;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Objects of other classes than those of their beans. */
public final class HandedOutResources {

  private HandedOutResources() {}

  /** Its context has objects of its own. */
  @NormalScope
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  public @interface OwnScope {}

  @Path("scoped")
  @OwnScope
  public static class Scoped {
    @GET
    public String get() {
      return Registration.SERVED;
    }
  }

  @Vetoed
  public static class MarkedScoped extends Scoped {
    @MgsSigned
    @Override
    public String get() {
      return super.get();
    }
  }

  @Path("scoped/open")
  @OwnScope
  public static class ScopedOpen {
    @GET
    public String get() {
      return Registration.SERVED;
    }
  }

  @RequestScoped
  public static class Made {
    @GET
    public String get() {
      return Registration.SERVED;
    }
  }

  @Vetoed
  public static class MarkedMade extends Made {
    @MgsSigned
    @Override
    public String get() {
      return super.get();
    }
  }

  @Path("made")
  @Dependent
  public static class Locating {
    @Inject private Made made;
    @Inject private Scoped scoped;

    @Path("injected")
    public Made made() {
      return made;
    }

    @Path("scoped")
    public Scoped scoped() {
      return scoped;
    }

    @Path("open")
    public Made open() {
      return new Made();
    }
  }

  /** Brings the context, and makes objects of one of the beans. */
  public static class OwnExtension implements Extension {
    void add(@Observes AfterBeanDiscovery event) {
      event.addContext(new OwnContext());
    }

    void replace(@Observes ProcessInjectionTarget<Made> event) {
      event.setInjectionTarget(new Making());
    }
  }

  @Vetoed
  static final class OwnContext implements Context {
    @Override
    public Class<? extends Annotation> getScope() {
      return OwnScope.class;
    }

    @Override
    public <T> T get(Contextual<T> bean, @Nullable CreationalContext<T> context) {
      return get(bean);
    }

    @Override
    @SuppressWarnings("unchecked") // of the bean's class, or of a subclass
    public <T> T get(Contextual<T> bean) {
      boolean open = ((Bean<T>) bean).getBeanClass() == ScopedOpen.class;
      return (T) (open ? new ScopedOpen() : new MarkedScoped());
    }

    @Override
    public boolean isActive() {
      return true;
    }
  }

  @Vetoed
  static final class Making implements InjectionTarget<Made> {
    @Override
    public Made produce(CreationalContext<Made> context) {
      return new MarkedMade();
    }

    @Override
    public void inject(Made instance, CreationalContext<Made> context) {}

    @Override
    public void postConstruct(Made instance) {}

    @Override
    public void preDestroy(Made instance) {}

    @Override
    public void dispose(Made instance) {}

    @Override
    public Set<InjectionPoint> getInjectionPoints() {
      return Set.of();
    }
  }
}
