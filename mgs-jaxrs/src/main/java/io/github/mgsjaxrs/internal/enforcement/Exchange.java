package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.protection.Marks;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.runtime.RawTarget;
import io.github.mgsjaxrs.internal.scheme.AnswerSigner;
import io.github.mgsjaxrs.internal.scheme.Attempt;
import io.github.mgsjaxrs.internal.storage.ResponseRelease;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known of one request so far; travels with it as a property. */
public final class Exchange implements ResponseRelease.Held {

  private final @Nullable Enforcement enforcement;
  private final RequestSnapshot request;
  private @Nullable Verified verified;
  private @Nullable ReplayableEntity entity;
  private @Nullable ReplayableEntity begun;
  private @Nullable Charset verifiedForm;
  private final RawTarget source;
  private @Nullable Arrival arrival;
  private @Nullable Attempt attempt;
  private @Nullable AnswerSigner answerSigner;
  private @Nullable AnswerSigner refusalSigner;
  private @Nullable SignedAnswer answer;
  private final Set<Scheme> boundBefore = EnumSet.noneOf(Scheme.class);
  private @Nullable Method foundFor;
  private Marks.@Nullable Finding found;
  private boolean looksAgain;
  private boolean matched;
  private boolean arrivedAsSent;
  private boolean servedAsSent;
  private boolean reported;
  private boolean freedBelow;

  public Exchange(@Nullable Enforcement enforcement, RequestSnapshot request, RawTarget source) {
    this.enforcement = enforcement;
    this.request = request;
    this.source = source;
  }

  public static @Nullable Exchange of(ContainerRequestContext context) {
    return of(context::getProperty);
  }

  public static @Nullable Exchange of(Function<String, @Nullable Object> properties) {
    return properties.apply(PROPERTY) instanceof Exchange exchange ? exchange : null;
  }

  /** What enforces protection; null if no verifier was found. */
  public @Nullable Enforcement enforcement() {
    return enforcement;
  }

  public RequestSnapshot request() {
    return request;
  }

  /** Where the target came from, and what else is known there of the request. */
  public RawTarget source() {
    return source;
  }

  public void arrived(boolean asSent) {
    arrivedAsSent = asSent;
  }

  /** Whether the runtime would have served the path that was sent before any other filter ran. */
  public boolean arrivedAsSent() {
    return arrivedAsSent;
  }

  public @Nullable Verified verified() {
    return verified;
  }

  public void verified(Verified verdict) {
    this.verified = verdict;
  }

  public void entity(ReplayableEntity kept) {
    this.entity = kept;
  }

  /** What was verified or, in report mode, only read; null before that. */
  public @Nullable ReplayableEntity entity() {
    return entity;
  }

  public void verifiedForm(Charset charset) {
    verifiedForm = charset;
  }

  /** The charset in which a form was verified; null for anything else, and in report mode. */
  public @Nullable Charset verifiedForm() {
    return verifiedForm;
  }

  /** In report mode: what was read of an entity that could not be kept. */
  public void begun(ReplayableEntity part) {
    this.begun = part;
  }

  public void freedBelow(boolean isFreed) {
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

  /** The entity arrives while no thread waits for it, and the filter is called again then. */
  public void arriving(Arrival awaited) {
    this.arrival = awaited;
  }

  /** Whether the filter that awaits the entity has yet to be called again. */
  public boolean awaits() {
    return arrival != null;
  }

  /** What was awaited; null if nothing was. */
  public @Nullable Arrival arrived() {
    Arrival awaited = arrival;
    arrival = null;
    return awaited;
  }

  public void attempt(Attempt begun) {
    this.attempt = begun;
  }

  /** What will be told of it; null where nobody listens. */
  public @Nullable Attempt attempt() {
    return attempt;
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

  /**
   * What the marks say of a matched method.
   *
   * @param method the method
   * @return what one of the two filters found that look at the same time; null if this is the first
   */
  public Marks.@Nullable Finding found(Method method) {
    return method.equals(foundFor) ? found : null;
  }

  public void found(Method method, Marks.Finding finding) {
    foundFor = method;
    found = finding;
  }

  /**
   * What runs is not known yet.
   *
   * @param bound the scheme whose mark the runtime has found by itself, or null
   */
  public void lookAgain(@Nullable Scheme bound) {
    looksAgain = true;
    if (bound != null) {
      boundBefore.add(bound);
    }
  }

  /** The schemes whose marks the runtime had found by itself then. */
  public Set<Scheme> boundBefore() {
    return boundBefore;
  }

  /** Whether what runs was not known when it was looked at first. */
  public boolean looksAgain() {
    return looksAgain;
  }

  public void answerSigner(@Nullable AnswerSigner signer) {
    this.answerSigner = signer;
  }

  /** Whether the answer of a verified request is signed. */
  public boolean signsAnswer() {
    return answerSigner != null;
  }

  /** In report mode: the request was counted already. */
  public boolean reported() {
    return reported;
  }

  public void markReported() {
    reported = true;
  }

  public void refused(@Nullable AnswerSigner signer) {
    this.refusalSigner = signer;
  }

  /** What signs the answer, whatever it is; null where it is not signed. */
  public @Nullable AnswerSigner signer() {
    return answerSigner == null ? refusalSigner : answerSigner;
  }

  public void answer(SignedAnswer begun) {
    this.answer = begun;
  }

  /** The answer that has to be signed; null where none has. */
  public @Nullable SignedAnswer answer() {
    return answer;
  }

  /** Frees the entity; the response is complete. */
  @Override
  public void free() {
    if (entity != null) {
      entity.close();
    }
    if (begun != null) {
      begun.close();
    }
  }
}
