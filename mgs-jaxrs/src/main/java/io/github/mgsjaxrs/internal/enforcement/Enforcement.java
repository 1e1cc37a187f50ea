package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.internal.enforcement.RequestState.Accepted;
import io.github.mgsjaxrs.internal.enforcement.RequestState.Arriving;
import io.github.mgsjaxrs.internal.enforcement.RequestState.Kept;
import io.github.mgsjaxrs.internal.enforcement.RequestState.Refused;
import io.github.mgsjaxrs.internal.enforcement.RequestState.Reported;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.log.FaultLog;
import io.github.mgsjaxrs.internal.log.ReportLog;
import io.github.mgsjaxrs.internal.protection.PathProtection;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.request.SchemeHeaders;
import io.github.mgsjaxrs.internal.runtime.RestEasyForm;
import io.github.mgsjaxrs.internal.scheme.AdmittedRequest;
import io.github.mgsjaxrs.internal.scheme.AnswerSigner;
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
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a protected request, once, and acts on the verdict: the resource gets its entity and the
 * caller, or the client gets a problem document. A request comes back for each filter that finds it
 * protected; what was found before is its {@link RequestState}.
 */
public final class Enforcement {

  private static final System.Logger LOG = System.getLogger(Enforcement.class.getName());

  private final MgsSettings settings;
  private final Schemes schemes;
  private final PathProtection paths;
  private final EntityReading entities;
  private final FaultLog unmeetable = new FaultLog(LOG);
  private final ReportLog report = new ReportLog(System::nanoTime);
  private final CallerListeners callerListeners = new CallerListeners();
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
    this.entities = new EntityReading(reports(), settings.limits());
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
  public List<SchemeHeaders> headers() {
    return schemes.headers();
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
    RequestState state = exchange.state();
    if (state instanceof Reported) {
      proceed(context, exchange);
    } else if (state instanceof Refused refused) {
      context.abortWith(refused.answer());
    } else {
      verdictListeners.begin(exchange);
      try {
        requireMethodUnchanged(context, exchange.request());
        requireMeetable(requirement, exchange.verified());
        if (state instanceof Accepted accepted) {
          requireMet(context, exchange, requirement, accepted.verdict());
        } else if (state instanceof Arriving arrived) {
          exchange.become(new RequestState.Fresh());
          verify(context, exchange, arrived);
        } else {
          begin(context, exchange, requirement);
        }
      } catch (RefusalException refusal) {
        refuse(context, exchange, requirement.scheme(), refusal.rejected());
      }
      if (reports()) {
        report.remind();
      }
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

  /** What no request can meet stays closed, and the operator is told why. */
  private void requireMeetable(Requirement requirement, @Nullable Verified verified)
      throws RefusalException {
    if (requirement.ofSeveralPaths()) {
      throw new RefusalException(
          Rejection.PARAMETERS_MALFORMED,
          "the path can be read in several ways, which different schemes protect, or the runtime can"
              + " make none of the target, or of the Host header: have the client send it plainly");
    }
    String why = requirement.whyNothingMeetsIt();
    if (why == null && verified != null && verified.algorithm().scheme() != requirement.scheme()) {
      why = Requirement.SEVERAL_SCHEMES;
    }
    if (why != null) {
      unmeetable.met(why + ". It is answered 503", null);
      throw new RefusalException(Rejection.UNAVAILABLE, why);
    }
  }

  /** It was verified for another filter: what is asked for now may be more. */
  private void requireMet(
      ContainerRequestContext context,
      Exchange exchange,
      Requirement requirement,
      Verified verified)
      throws RefusalException {
    requirement.requireMet(verified, settings.coverage());
    Readings.requireAsSent(
        context, exchange, requirement.coverage(settings.coverage()), settings.limits());
    proceed(context, exchange);
  }

  /** All that the headers decide; then its entity, once it is there. */
  private void begin(ContainerRequestContext context, Exchange exchange, Requirement requirement)
      throws RefusalException {
    RequestVerification<?, ?> verification = schemes.verification(requirement.scheme());
    Rejected unsigned = verification.unsigned(exchange.request());
    if (unsigned != null) {
      refuse(context, exchange, requirement.scheme(), unsigned);
      return;
    }
    AdmittedRequest admitted =
        verification.admit(exchange.request(), requirement, exchange.measure());
    Readings.requireAsSent(context, exchange, admitted.coverage(), settings.limits());
    Arriving arriving = new Arriving(admitted, admitted.buffer());
    if (exchange.runtime().awaits(context, arriving.buffer())) {
      exchange.become(arriving);
    } else {
      verify(context, exchange, arriving);
    }
  }

  /** With its entity, which is kept for the resource. */
  private void verify(ContainerRequestContext context, Exchange exchange, Arriving arrived)
      throws RefusalException {
    AdmittedRequest admitted = arrived.admitted();
    ReplayableEntity entity = entities.read(context, exchange, arrived.buffer());
    Verified verified;
    Kept kept;
    try {
      if (!reports()) {
        Readings.requireHeadersAsBefore(context, exchange);
        exchange.runtime().declareCharset(context);
      }
      verified =
          admitted.verify(
              entity,
              new LayersBelow(
                  context, exchange, admitted.coverage(), settings.limits(), !reports()));
      Charset form = reports() || entity.length() == 0 ? null : admitted.formCharset();
      kept = entities.keep(context, exchange, entity, form);
    } catch (RefusalException | RuntimeException refusal) {
      entities.giveUp(context, exchange, entity);
      throw refusal;
    }
    accept(context, exchange, new Accepted(verified, kept, admitted.answerSigner(verified)));
  }

  private void accept(ContainerRequestContext context, Exchange exchange, Accepted accepted) {
    exchange.become(accepted);
    verdictListeners.tell(exchange, Outcome.VERIFIED, null);
    if (!reports()) {
      Verified verified = accepted.verdict();
      context.setSecurityContext(new CallerSecurityContext(verified, context.getSecurityContext()));
      callerListeners.tell(verified);
    }
    proceed(context, exchange);
  }

  private static void proceed(ContainerRequestContext context, Exchange exchange) {
    ReplayableEntity entity = exchange.entity();
    if (entity != null) {
      exchange.runtime().proceed(context, entity);
    }
  }

  private void refuse(
      ContainerRequestContext context, Exchange exchange, Scheme scheme, Rejected rejected) {
    if (reports()) {
      report.wouldRefuse(rejected);
      verdictListeners.tell(exchange, Outcome.REPORTED, rejected.rejection());
      exchange.become(new Reported(exchange.state().kept(), exchange.signer()));
      proceed(context, exchange);
      return;
    }
    LOG.log(
        System.Logger.Level.DEBUG,
        () -> "Refused (" + rejected.rejection().slug() + "): " + rejected.reason());
    verdictListeners.tell(exchange, Outcome.REJECTED, rejected.rejection());
    exchange.free();
    exchange.runtime().drop(context);
    RejectionResponse responses = schemes.verification(scheme).responses();
    Response answer = responses.to(rejected.rejection());
    AnswerSigner before = exchange.signer();
    exchange.become(new Refused(answer, before == null ? responses.signer(answer) : before));
    context.abortWith(answer);
  }

  /**
   * Has the runtime read the fields of a form as they were verified, once all filters have run.
   *
   * @param context the request
   * @param exchange what is known of it
   */
  public void handOnForm(ContainerRequestContext context, Exchange exchange) {
    Charset form = exchange.verifiedForm();
    if (form == null || !(exchange.state() instanceof Accepted accepted)) {
      return;
    }
    try {
      RestEasyForm.read(context, accepted.kept().entity(), form, settings.limits());
    } catch (MgsConfigurationException untold) {
      unmeetable.met(untold.getMessage() + ". It is answered 503", untold);
      Rejected unavailable =
          new RefusalException(Rejection.UNAVAILABLE, String.valueOf(untold.getMessage()))
              .rejected();
      refuse(context, exchange, accepted.verdict().algorithm().scheme(), unavailable);
    }
  }
}
