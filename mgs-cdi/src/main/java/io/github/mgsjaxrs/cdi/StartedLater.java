package io.github.mgsjaxrs.cdi;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;

/**
 * A bean that is there where {@link LateStart} builds the verifier. With ArC, application scope is
 * initialized before configuration is complete: while a native image is built, even.
 */
public final class StartedLater {

  private StartedLater() {}

  /** Creates the bean; the container instantiates it. */
  public static final class Creator implements SyntheticBeanCreator<StartedLater> {

    /** Called by the container. */
    public Creator() {}

    @Override
    public StartedLater create(Instance<Object> beans, Parameters none) {
      return new StartedLater();
    }
  }
}
