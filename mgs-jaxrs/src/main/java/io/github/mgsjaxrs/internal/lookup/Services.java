package io.github.mgsjaxrs.internal.lookup;

import io.github.mgsjaxrs.MgsConfigurationException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * What is installed as a service of one type, and why some of it cannot be used: a jar whose
 * libraries are not on the class path must not bring down the requests of those who never wanted
 * it.
 *
 * @param usable one instance of each that can be used
 * @param faults why the others cannot
 */
public record Services<S>(List<S> usable, List<Throwable> faults) {

  private static final System.Logger LOG = System.getLogger(Services.class.getName());

  /** A loader that cannot even get on to the next provider fails without end. */
  private static final int MOST_FAULTS = 100;

  /** Loads all, each as far as it can be loaded. */
  public static <S> Services<S> of(Class<S> type) {
    return of(type, Services.class.getClassLoader());
  }

  public static <S> Services<S> of(Class<S> type, ClassLoader loader) {
    List<S> usable = new ArrayList<>();
    List<Throwable> faults = new ArrayList<>();
    Iterator<S> installed = ServiceLoader.load(type, loader).iterator();
    boolean more = true;
    while (more && faults.size() < MOST_FAULTS) {
      try {
        more = installed.hasNext();
        if (more) {
          usable.add(installed.next());
        }
      } catch (ServiceConfigurationError | LinkageError unusable) {
        faults.add(unusable);
      }
    }
    return new Services<>(List.copyOf(usable), List.copyOf(faults));
  }

  /** Those that can be used, where the others may be left out; tells of these in the log. */
  public List<S> orTell() {
    for (Throwable fault : faults) {
      LOG.log(System.Logger.Level.ERROR, "A service is left out: " + told(fault), fault);
    }
    return usable;
  }

  /**
   * What to tell of one that cannot be used.
   *
   * @param fault why
   * @return its own words, if it explained itself
   */
  public static String told(Throwable fault) {
    Throwable cause = fault.getCause();
    return cause instanceof MgsConfigurationException
        ? String.valueOf(cause.getMessage())
        : fault
            + (cause == null ? "" : ", because of " + cause)
            + ": add what it needs to the class path, or remove the jar that it comes with";
  }
}
