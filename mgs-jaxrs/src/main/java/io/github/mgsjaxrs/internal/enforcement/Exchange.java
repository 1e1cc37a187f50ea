package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.runtime.RuntimeAdapter;
import io.github.mgsjaxrs.internal.scheme.AnswerSigner;
import io.github.mgsjaxrs.internal.scheme.VerdictMeasure;
import io.github.mgsjaxrs.internal.storage.ResponseRelease;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.nio.charset.Charset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One request, as it was sent, and how far it has come; travels with it as a property. Its state is
 * set where it is enforced alone.
 */
public final class Exchange implements ResponseRelease.Held {

  private final @Nullable Enforcement enforcement;
  private final RequestSnapshot request;
  private final RuntimeAdapter runtime;
  private final boolean arrivedAsSent;
  private final EarlierFindings marks = new EarlierFindings();

  private RequestState state = new RequestState.Fresh();
  private @Nullable VerdictMeasure measure;
  private @Nullable SignedAnswer answer;
  private boolean matched;
  private boolean servedAsSent;
  private boolean freedBelow;

  /**
   * A request that nothing has been asked of.
   *
   * @param enforcement what enforces protection; null if no verifier was found
   * @param request the request as it was sent
   * @param runtime where its target came from, and what else is known there of it
   * @param arrivedAsSent whether the runtime would have served the path that was sent before any
   *     other filter ran
   */
  public Exchange(
      @Nullable Enforcement enforcement,
      RequestSnapshot request,
      RuntimeAdapter runtime,
      boolean arrivedAsSent) {
    this.enforcement = enforcement;
    this.request = request;
    this.runtime = runtime;
    this.arrivedAsSent = arrivedAsSent;
  }

  public static @Nullable Exchange of(ContainerRequestContext context) {
    return of(context::getProperty);
  }

  public static @Nullable Exchange of(Function<String, @Nullable Object> properties) {
    return properties.apply(PROPERTY) instanceof Exchange exchange ? exchange : null;
  }

  public @Nullable Enforcement enforcement() {
    return enforcement;
  }

  public RequestSnapshot request() {
    return request;
  }

  public RuntimeAdapter runtime() {
    return runtime;
  }

  public boolean arrivedAsSent() {
    return arrivedAsSent;
  }

  /** What was found of the marks on its way. */
  public EarlierFindings marks() {
    return marks;
  }

  public RequestState state() {
    return state;
  }

  void become(RequestState next) {
    this.state = next;
  }

  /** Whether the filter that awaits the entity has yet to be called again. */
  public boolean awaits() {
    return state instanceof RequestState.Arriving;
  }

  /** Whose signature is right; null for any other request. */
  public @Nullable Verified verified() {
    return state instanceof RequestState.Accepted accepted ? accepted.verdict() : null;
  }

  /** All of the entity, verified or, in report mode, only read; null before that. */
  public @Nullable ReplayableEntity entity() {
    RequestState.Kept kept = state.kept();
    return kept != null && kept.whole() ? kept.entity() : null;
  }

  /** The charset in which a form was verified; null for anything else, and in report mode. */
  public @Nullable Charset verifiedForm() {
    RequestState.Kept kept = state.kept();
    return kept == null ? null : kept.form();
  }

  /** What signs the answer, whatever it is; null where it is not signed. */
  public @Nullable AnswerSigner signer() {
    return state.signer();
  }

  void measure(VerdictMeasure begun) {
    this.measure = begun;
  }

  /** What will be told of it; null where nobody listens. */
  public @Nullable VerdictMeasure measure() {
    return measure;
  }

  /** A resource was matched, so that no filter can change the target any more. */
  public void matched() {
    matched = true;
  }

  /** Path and query are served as they were sent: for good, once a resource was matched. */
  public void foundServedAsSent() {
    servedAsSent = matched;
  }

  /** Whether that need not be looked at again. */
  public boolean servedAsSent() {
    return servedAsSent;
  }

  public void answer(SignedAnswer begun) {
    this.answer = begun;
  }

  /** The answer that has to be signed; null where none has. */
  public @Nullable SignedAnswer answer() {
    return answer;
  }

  void freedBelow(boolean isFreed) {
    freedBelow = isFreed;
  }

  @Override
  public void leaveToStream() {
    freedBelow = true;
  }

  /** Whether a layer below frees the entity when the request is over. */
  public boolean freedBelow() {
    return freedBelow;
  }

  /** Frees the entity; the response is complete. */
  @Override
  public void free() {
    RequestState.Kept kept = state.kept();
    if (kept != null) {
      kept.entity().close();
    }
  }
}
