package io.github.mgsjaxrs.internal.lookup;

import io.github.mgsjaxrs.MgsConfigurationException;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Looks for the verifier when a web application starts, as its first request would: one that cannot
 * serve this application stops the start. Other events of the start may come once for all web
 * applications of an enterprise application, or on the thread of another.
 */
public final class VerifierPresence implements ServletContextListener {

  private static final System.Logger LOG = System.getLogger(VerifierPresence.class.getName());

  public VerifierPresence() {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    try {
      VerifierLookups.find();
    } catch (MgsConfigurationException fault) {
      String told =
          "The web application at '"
              + event.getServletContext().getContextPath()
              + "' is not started. "
              + fault.getMessage();
      // some containers write what a listener throws where nobody looks
      LOG.log(System.Logger.Level.ERROR, told);
      throw new MgsConfigurationException(told, fault);
    } catch (RuntimeException tooEarly) {
      LOG.log(System.Logger.Level.DEBUG, "The verifier is looked for with a request", tooEarly);
    }
  }
}
