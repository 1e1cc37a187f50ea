package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.internal.entity.BegunEntity;
import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.log.FaultLog;
import io.github.mgsjaxrs.internal.log.ReportLog;
import io.github.mgsjaxrs.internal.lookup.Services;
import io.github.mgsjaxrs.internal.protection.PathProtection;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.runtime.FormDeclaration;
import io.github.mgsjaxrs.internal.runtime.RestEasyForm;
import io.github.mgsjaxrs.internal.scheme.AdmittedRequest;
import io.github.mgsjaxrs.internal.scheme.Attempt;
import io.github.mgsjaxrs.internal.scheme.ParametersBelow;
import io.github.mgsjaxrs.internal.scheme.RejectionResponse;
import io.github.mgsjaxrs.internal.scheme.RequestVerification;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.verifier.MgsSettings;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.VerdictEvent.Outcome;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a protected request, once, and acts on the verdict: the resource gets its entity and the
 * caller, or the client gets a problem document.
 */
public final class Enforcement {

  private static final System.Logger LOG = System.getLogger(Enforcement.class.getName());

  private final MgsSettings settings;
  private final Schemes schemes;
  private final PathProtection paths;
  private final FaultLog unmeetable = new FaultLog(LOG);
  private final FaultLog unusableListeners = new FaultLog(LOG);
  private final ReportLog report = new ReportLog(System::nanoTime);
  private final List<CallerListener> callerListeners;
  private final VerdictListeners verdictListeners;

  /**
   * Enforces what one verifier says.
   *
   * @param verifier the verifier
   * @param storage where the entities lie that it asks for
   */
  public Enforcement(MgsVerifier verifier, EntityStorage storage) {
    this.settings = verifier.settings();
    this.schemes =
        new Schemes(
            settings,
            verifier.keys(),
            verifier.replayGuard(),
            storage,
            reports() ? ReportLog::isWritten : Enforcement::writesRefusals);
    this.paths = new PathProtection(settings.pathScope());
    this.callerListeners = Services.of(CallerListener.class).orTell();
    this.verdictListeners = VerdictListeners.of(verifier);
    if (reports()) {
      report.started();
    }
  }

  /** Whether the reason of a refusal is written to the log. */
  public static boolean writesRefusals() {
    return LOG.isLoggable(System.Logger.Level.DEBUG);
  }

  private boolean reports() {
    return settings.mode() == Mode.REPORT;
  }

  public MgsSettings settings() {
    return settings;
  }

  /** The headers that have to be remembered, by their schemes. */
  public List<List<String>> headerNames() {
    return schemes.headerNames();
  }

  public PathProtection paths() {
    return paths;
  }

  /**
   * Lets a request pass or answers it.
   *
   * @param context the request
   * @param exchange what is known of it
   * @param requirement what its resource or path asks for
   */
  public void enforce(ContainerRequestContext context, Exchange exchange, Requirement requirement) {
    if (exchange.reported()) {
      proceed(context, exchange);
      return;
    }
    verdictListeners.begin(exchange);
    Verified verified = exchange.verified();
    try {
      requireMethodUnchanged(context, exchange.request());
      requireMeetable(requirement, verified);
      if (verified == null) {
        verifyIfSigned(context, exchange, requirement);
      } else {
        requirement.requireMet(verified, settings.coverage());
        Readings.requireAsSent(
            context, exchange, requirement.coverage(settings.coverage()), settings.limits());
        proceed(context, exchange);
      }
    } catch (RefusalException refusal) {
      refuse(context, exchange, requirement.scheme(), refusal.rejected());
    }
    if (reports()) {
      report.remind();
    }
  }

  /** What no request can meet stays closed, and the operator is told why. */
  private void requireMeetable(Requirement requirement, @Nullable Verified verified)
      throws RefusalException {
    String why = requirement.whyNothingMeetsIt();
    if (why == null && verified != null && verified.algorithm().scheme() != requirement.scheme()) {
      why = Requirement.SEVERAL_SCHEMES;
    }
    if (why != null) {
      unmeetable.met(why + ". It is answered 503", null);
      throw new RefusalException(Rejection.UNAVAILABLE, why);
    }
  }

  /**
   * The method to match is chosen by headers that no signature covers: only the sent one counts.
   * Jersey turns HEAD into GET when it lets a GET method serve it.
   */
  private static void requireMethodUnchanged(
      ContainerRequestContext context, RequestSnapshot request) throws RefusalException {
    boolean headServedByGet =
        request.method().equals(HttpMethod.HEAD) && context.getMethod().equals(HttpMethod.GET);
    if (!request.method().equals(context.getMethod()) && !headServedByGet) {
      throw new RefusalException(
          Rejection.NOT_COVERED,
          "a filter changed the method from "
              + request.method()
              + " to "
              + context.getMethod()
              + ", which the signature does not cover: remove the method override filter");
    }
  }

  private void verifyIfSigned(
      ContainerRequestContext context, Exchange exchange, Requirement requirement)
      throws RefusalException {
    Rejected unsigned = schemes.verification(requirement.scheme()).unsigned(exchange.request());
    if (unsigned == null) {
      verify(context, exchange, requirement);
    } else {
      refuse(context, exchange, requirement.scheme(), unsigned);
    }
  }

  private void verify(ContainerRequestContext context, Exchange exchange, Requirement requirement)
      throws RefusalException {
    Arrival arrival = exchange.arrived();
    if (arrival == null) {
      arrival = begin(context, exchange, requirement);
      if (exchange.source().awaits(context, arrival.buffer())) {
        exchange.arriving(arrival);
        return;
      }
    }
    ReplayableEntity entity = readEntity(context, exchange, arrival.buffer());
    Verified verified = conclude(context, exchange, arrival.admitted(), entity);
    exchange.answerSigner(arrival.admitted().answerSigner(verified));
    admit(context, exchange, verified);
    proceed(context, exchange);
  }

  /** All that the headers decide. */
  private Arrival begin(ContainerRequestContext context, Exchange exchange, Requirement requirement)
      throws RefusalException {
    AdmittedRequest admitted =
        schemes
            .verification(requirement.scheme())
            .admit(exchange.request(), requirement, exchange.attempt());
    Readings.requireAsSent(context, exchange, admitted.coverage(), settings.limits());
    return new Arrival(admitted, admitted.buffer());
  }

  private Verified conclude(
      ContainerRequestContext context,
      Exchange exchange,
      AdmittedRequest admitted,
      ReplayableEntity entity)
      throws RefusalException {
    if (!reports()) {
      Readings.requireHeadersAsBefore(context, exchange);
      exchange.source().declareCharset(context);
    }
    try {
      Verified verified =
          admitted.conclude(
              entity,
              new ParametersBelow() {
                @Override
                public Set<String> names() {
                  return exchange.source().parsedParameterNames(context);
                }

                @Override
                public boolean madeOfNoBody() {
                  return exchange.source().hasParsedNoBody(context);
                }

                @Override
                public boolean takesFormsWithoutType() {
                  return exchange.source().takesFormsWithoutType(context);
                }

                @Override
                public void requireAsSent(long length) throws RefusalException {
                  Readings.requireAsSentBelow(
                      context,
                      exchange,
                      length,
                      !reports(),
                      admitted.coverage(),
                      settings.limits());
                }
              });
      keep(
          context,
          exchange,
          entity,
          reports() || entity.length() == 0 ? null : admitted.formCharset());
      return verified;
    } catch (RefusalException | RuntimeException refusal) {
      if (reports()) {
        keep(context, exchange, entity, null);
      } else {
        entity.close();
      }
      throw refusal;
    }
  }

  private void keep(
      ContainerRequestContext context,
      Exchange exchange,
      ReplayableEntity entity,
      @Nullable Charset form)
      throws RefusalException {
    exchange.entity(entity);
    exchange.source().keep(context, exchange.request(), entity, form, settings.limits());
    if (form != null) {
      keepForm(context, exchange, entity, form);
    }
    exchange.freedBelow(exchange.source().frees(context));
    if (!reports() || !exchange.request().hasNoEntity(exchange.source().tellsProtocol())) {
      context.setEntityStream(entity.replay());
    }
  }

  private void keepForm(
      ContainerRequestContext context, Exchange exchange, ReplayableEntity entity, Charset charset)
      throws RefusalException {
    // whoever reads its fields may close it, and another one ask for all of it
    entity.outlastStreams();
    String otherwise =
        exchange
            .source()
            .readOtherwise(context, exchange.request(), entity, charset, settings.limits());
    if (otherwise != null) {
      throw new RefusalException(Rejection.NOT_COVERED, otherwise);
    }
    FormDeclaration.make(context, charset);
    exchange.verifiedForm(charset);
  }

  /**
   * Has the runtime read the fields of a form as they were verified, once all filters have run.
   *
   * @param context the request
   * @param exchange what is known of it
   */
  public void handOnForm(ContainerRequestContext context, Exchange exchange) {
    ReplayableEntity entity = exchange.entity();
    Charset charset = exchange.verifiedForm();
    Verified verified = exchange.verified();
    if (entity == null || charset == null || verified == null) {
      return;
    }
    try {
      RestEasyForm.read(context, entity, charset, settings.limits());
    } catch (MgsConfigurationException untold) {
      unmeetable.met(untold.getMessage() + ". It is answered 503", untold);
      Rejected unavailable =
          new RefusalException(Rejection.UNAVAILABLE, String.valueOf(untold.getMessage()))
              .rejected();
      refuse(context, exchange, verified.algorithm().scheme(), unavailable);
    }
  }

  private static void proceed(ContainerRequestContext context, Exchange exchange) {
    ReplayableEntity entity = exchange.entity();
    if (entity != null) {
      exchange.source().proceed(context, entity);
    }
  }

  private ReplayableEntity readEntity(
      ContainerRequestContext context, Exchange exchange, EntityBuffer taking)
      throws RefusalException {
    InputStream in =
        exchange.request().hasNoEntity(exchange.source().tellsProtocol())
            ? InputStream.nullInputStream()
            : RequestVerification.orEmpty(context.getEntityStream());
    try (EntityBuffer buffer = taking) {
      try {
        buffer.readFrom(in);
      } catch (RefusalException refusal) {
        if (reports() && buffer.length() > 0) {
          restore(context, exchange, buffer.finish(), in);
        }
        throw refusal;
      } finally {
        Attempt attempt = exchange.attempt();
        if (attempt != null) {
          attempt.readEntity(buffer.length());
        }
      }
      return buffer.finish();
    }
  }

  /** Nothing is refused in report mode: the resource gets what was read, and then the rest. */
  private static void restore(
      ContainerRequestContext context,
      Exchange exchange,
      ReplayableEntity begun,
      InputStream rest) {
    BegunEntity entity = new BegunEntity(begun, rest);
    exchange.begun(begun);
    exchange.source().restore(context, entity);
    context.setEntityStream(entity);
  }

  private void admit(ContainerRequestContext context, Exchange exchange, Verified verified) {
    exchange.verified(verified);
    verdictListeners.tell(exchange, Outcome.VERIFIED, null);
    if (reports()) {
      return;
    }
    context.setSecurityContext(new CallerSecurityContext(verified, context.getSecurityContext()));
    for (CallerListener listener : callerListeners) {
      try {
        listener.verified(verified);
      } catch (RuntimeException | LinkageError unusable) {
        unusableListeners.met(
            listener.getClass().getName() + " is not told of callers: " + Services.told(unusable),
            unusable);
      }
    }
  }

  private void refuse(
      ContainerRequestContext context, Exchange exchange, Scheme scheme, Rejected rejected) {
    if (reports()) {
      exchange.markReported();
      report.wouldRefuse(rejected);
      verdictListeners.tell(exchange, Outcome.REPORTED, rejected.rejection());
      proceed(context, exchange);
      return;
    }
    LOG.log(
        System.Logger.Level.DEBUG,
        () -> "Refused (" + rejected.rejection().slug() + "): " + rejected.reason());
    verdictListeners.tell(exchange, Outcome.REJECTED, rejected.rejection());
    exchange.free();
    exchange.source().drop(context);
    RejectionResponse responses = schemes.verification(scheme).responses();
    Response refusal = responses.to(rejected.rejection());
    exchange.refused(responses.signer(refusal));
    context.abortWith(refusal);
  }
}
