package io.github.mgsjaxrs.filter.offline;

import io.github.mgsjaxrs.internal.storage.ResponseRelease;
import io.github.mgsjaxrs.offline.VerifiedPackage;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Closes the package that came with a request once the response is written. Where a response is
 * never written, the package is freed when nobody refers to it any more.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Priority(Integer.MIN_VALUE)
public class PackageRelease
    implements ContainerResponseFilter, WriterInterceptor, ReaderInterceptor {

  private static final String PROPERTY = "io.github.mgsjaxrs.offline.package";

  private final ResponseRelease release = new ResponseRelease(PackageRelease::held);

  /** For the JAX-RS runtime. */
  public PackageRelease() {}

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object entity = context.proceed();
    if (entity instanceof VerifiedPackage verified) {
      context.setProperty(PROPERTY, new HeldPackage(verified));
    }
    return entity;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    release.filter(request, response);
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    release.aroundWriteTo(context);
  }

  private static ResponseRelease.@Nullable Held held(
      Function<String, @Nullable Object> properties) {
    return properties.apply(PROPERTY) instanceof HeldPackage held && !held.leftToStream
        ? held
        : null;
  }

  /** The package of one request. */
  private static final class HeldPackage implements ResponseRelease.Held {

    private final VerifiedPackage verified;
    private boolean leftToStream;

    HeldPackage(VerifiedPackage verified) {
      this.verified = verified;
    }

    @Override
    public void free() {
      if (!verified.isKeptOpen()) {
        verified.close();
      }
    }

    @Override
    public void leaveToStream() {
      leftToStream = true;
    }
  }
}
