package io.github.mgsjaxrs.jersey.undeploy;

import jakarta.servlet.ServletContainerInitializer;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A servlet container whose threads live on while applications come and go. */
final class Deployments implements AutoCloseable {

  private static final int THREADS = 8;

  private static final Duration TO_FINISH = Duration.ofSeconds(30);

  private final QueuedThreadPool threads = new QueuedThreadPool(THREADS, THREADS);
  private final Server server = new Server(threads);
  private final ServerConnector connector = new ServerConnector(server, 1, 1);
  private final ClassLoader shared = ApplicationLoader.ofContainer();
  private final ContextHandlerCollection contexts = new ContextHandlerCollection(true);

  Deployments() throws Exception {
    connector.setHost("127.0.0.1");
    connector.setPort(0);
    server.addConnector(connector);
    server.setHandler(contexts);
    server.start();
  }

  int port() {
    return connector.getLocalPort();
  }

  /** An application that serves requests. */
  final class Deployment {
    private final WeakReference<ClassLoader> loader;
    private final ServletContextHandler context;

    private Deployment(ClassLoader loader, ServletContextHandler context) {
      this.loader = new WeakReference<>(loader);
      this.context = context;
    }

    /** Takes the application away; what is left of its class loader. */
    WeakReference<ClassLoader> undeploy() throws Exception {
      awaitIdle();
      context.stop();
      contexts.removeHandler(context);
      context.destroy();
      return loader;
    }
  }

  /**
   * A client has its answer before the server's thread is done. Jersey leaves a request in the
   * thread when its application is stopped meanwhile, which is nothing of this library's.
   */
  private void awaitIdle() {
    long start = System.nanoTime();
    while (threads.getUtilizedThreads() > 0) {
      if (System.nanoTime() - start > TO_FINISH.toNanos()) {
        throw new IllegalStateException("Threads are still at work after " + TO_FINISH);
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  Deployment deploy(String path) throws Exception {
    ClassLoader loader = ApplicationLoader.ofApplication(shared);
    ServletContextHandler context = new ServletContextHandler(path);
    context.setClassLoader(loader);
    context.addServletContainerInitializer(initializer(loader));
    ServletHolder servlet = new ServletHolder();
    servlet.setClassName("org.glassfish.jersey.servlet.ServletContainer");
    servlet.setInitParameter(
        "jakarta.ws.rs.Application", "io.github.mgsjaxrs.jersey.undeploy.UndeployedApplication");
    servlet.setInitOrder(1);
    context.addServlet(servlet, "/*");
    contexts.addHandler(context);
    context.start();
    return new Deployment(loader, context);
  }

  /** A container that scans archives would find it. */
  private static ServletContainerInitializer initializer(ClassLoader loader)
      throws ReflectiveOperationException {
    return (ServletContainerInitializer)
        loader
            .loadClass("io.github.mgsjaxrs.internal.proof.ServletRegistration")
            .getDeclaredConstructor()
            .newInstance();
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
