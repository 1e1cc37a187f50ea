package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.internal.enforcement.Exchange;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.log.FaultLog;
import io.github.mgsjaxrs.internal.runtime.CxfRequest;
import io.github.mgsjaxrs.internal.runtime.OneEqualsSign;
import io.github.mgsjaxrs.internal.runtime.RestEasyForm;
import io.github.mgsjaxrs.internal.scheme.ProblemResponse;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a method which takes all of a form gets the one that was verified. Where it takes
 * fields of it, too, RESTEasy would hand on a form of its own making, with other fields in it, and
 * CXF decode values twice; Quarkus REST would cut them.
 *
 * <p>It runs before other interceptors. Registered by {@code MgsFeature} or found by scanning;
 * applications do not use it directly.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Priority(Integer.MIN_VALUE)
public class WholeForm implements ReaderInterceptor {

  private static final String QUARKUS_REST = "org.jboss.resteasy.reactive.";
  private static final String CXF = "org.apache.cxf.";

  private final CxfRequest.Source cxf = new CxfRequest.Source();
  private final FaultLog untellable = new FaultLog(System.getLogger(WholeForm.class.getName()));

  /** For the JAX-RS runtime. */
  public WholeForm() {}

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Exchange exchange = Exchange.of(context::getProperty);
    ReplayableEntity verified = exchange == null ? null : exchange.entity();
    Charset charset = exchange == null ? null : exchange.verifiedForm();
    String runtime = context.getClass().getName();
    if (runtime.startsWith(CXF)) {
      return onCxf(context, verified != null && charset != null);
    }
    if (verified == null || charset == null) {
      return context.proceed();
    }
    if (runtime.startsWith(QUARKUS_REST)) {
      if (readsFields(context)) {
        context.setInputStream(new OneEqualsSign(context.getInputStream()));
      }
      return context.proceed();
    }
    restore(context, verified, charset);
    return context.proceed();
  }

  private @Nullable Object onCxf(ReaderInterceptorContext context, boolean verifiedForm)
      throws IOException {
    Object form;
    try {
      form = context.proceed();
    } catch (ProcessingException noReader) {
      // where an interceptor is there, it answers 500 to a type that it has no reader for
      if (noReader.getCause() == null) {
        throw new NotSupportedException(noReader);
      }
      throw noReader;
    }
    if (!verifiedForm) {
      return form;
    }
    boolean encoded =
        Stream.of(context.getAnnotations())
            .anyMatch(note -> note.annotationType() == Encoded.class);
    if (readsFields(context) && !encoded) {
      try {
        cxf.of(context).decodedForm();
      } catch (ReflectiveOperationException untold) {
        throw refusal(
            "This version of CXF does not tell the form of a request ("
                + untold
                + "): use a version of TomEE that the documentation of mgs-jaxrs names",
            untold);
      }
    }
    return form;
  }

  private static boolean readsFields(ReaderInterceptorContext context) {
    return context.getType() == Form.class || Map.class.isAssignableFrom(context.getType());
  }

  private void restore(
      ReaderInterceptorContext context, ReplayableEntity verified, Charset charset) {
    try {
      RestEasyForm parsed = RestEasyForm.parsed(context);
      if (parsed != null) {
        context.setInputStream(parsed.again(verified, charset));
      }
    } catch (MgsConfigurationException untold) {
      throw refusal(String.valueOf(untold.getMessage()), untold);
    }
  }

  private WebApplicationException refusal(String untold, Exception cause) {
    untellable.met(untold + ". A form is answered 503.", cause);
    return new WebApplicationException(
        cause, new ProblemResponse(Scheme.BACKEND, true).to(Rejection.UNAVAILABLE));
  }
}
