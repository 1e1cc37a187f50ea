package io.github.mgsjaxrs.internal.runtime;

import io.github.mgsjaxrs.internal.entity.BegunEntity;
import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.request.SchemeHeaders;
import io.github.mgsjaxrs.internal.request.SentHeaders;
import io.github.mgsjaxrs.internal.request.SentQuery;
import io.github.mgsjaxrs.settings.Limits;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the request target comes from: the lowest layer of the runtime that still has it as it was
 * sent, below everything that honours forwarded headers or normalises paths. What else differs from
 * runtime to runtime is asked of it too.
 */
public interface RuntimeAdapter {

  /**
   * The target of a request.
   *
   * @param context the request
   * @return the raw target
   */
  RequestLine of(ContainerRequestContext context);

  /**
   * Whether {@link RequestLine#multiplexed} is known, and not only assumed.
   *
   * @return false where HTTP/2 looks like HTTP/1.1
   */
  default boolean tellsProtocol() {
    return true;
  }

  /**
   * Whether the runtime reads a form out of any body that has no Content-Type.
   *
   * @param context the request
   * @return true for CXF, to which it is then of every type
   */
  default boolean takesFormsWithoutType(ContainerRequestContext context) {
    return ServedPath.isCxf(context);
  }

  /**
   * What is remembered of a request before any other filter can change it.
   *
   * @param context the request
   * @param schemes the headers of each scheme
   * @return the request as it was sent
   */
  default RequestSnapshot snapshot(ContainerRequestContext context, List<SchemeHeaders> schemes) {
    Function<String, List<String>> headers = headers(context);
    // in lower case, as Jersey makes each name that it is asked for so
    return new RequestSnapshot(
        context.getMethod(),
        of(context),
        SentHeaders.of(schemes, headers),
        headers.apply(RequestSnapshot.CONTENT_TYPE),
        headers.apply("content-length"),
        !headers.apply("transfer-encoding").isEmpty(),
        isEncoded(headers.apply("content-encoding")));
  }

  private static boolean isEncoded(List<String> encodings) {
    for (String encoding : encodings) {
      if (!encoding.strip().toLowerCase(Locale.ROOT).equals("identity")) {
        return true;
      }
    }
    return false;
  }

  /**
   * The path of the application's base, as it stands at the start of the raw path.
   *
   * @param context the request
   * @return the raw path
   */
  default String base(ContainerRequestContext context) {
    return ServedPath.base(context.getUriInfo());
  }

  /**
   * The headers, each value as it was sent: some runtimes show only the first Content-Type.
   *
   * @param context the request
   * @return from a header's name, in any case, to one value for each time that it was sent
   */
  default Function<String, List<String>> headers(ContainerRequestContext context) {
    MultivaluedMap<String, String> headers = context.getHeaders();
    return name -> values(headers.get(name));
  }

  private static List<String> values(@Nullable List<String> values) {
    if (values == null) {
      return List.of();
    }
    if (values.size() == 1) {
      // CXF has a null for a Content-Type that was not sent
      String only = values.get(0);
      return only == null ? List.of() : List.of(only);
    }
    return values.stream().filter(Objects::nonNull).toList();
  }

  /**
   * The path below the application's base that the runtime matches resources by, or has matched one
   * by: whatever that is where a filter of the application has put another one in its place.
   *
   * @param context the request
   * @return the path, raw or decoded, with or without a slash in front; null where the runtime
   *     cannot tell it
   */
  default @Nullable String matchedPath(ContainerRequestContext context) {
    try {
      return context.getUriInfo().getPath();
    } catch (RuntimeException untold) {
      // of a target, or a Host header, that makes no URI, each in its own way
      return null;
    }
  }

  /**
   * The path that the runtime matches resources by, or has matched one by.
   *
   * @param context the request
   * @return the path with that of the base, raw unless the runtime has decoded it; null where the
   *     runtime can make no URI of target and host
   */
  default @Nullable String servedPath(ContainerRequestContext context) {
    return ServedPath.of(context);
  }

  /**
   * Whether the path of {@link #servedPath} is the one that was sent: nothing but that decides
   * which resource it leads to.
   *
   * @param context the request
   * @param sent the raw path
   * @return false where something else had a part in it: another header, or a filter
   */
  default boolean isServedAsSent(ContainerRequestContext context, String sent) {
    return ServedPath.isAsSent(context, sent);
  }

  /**
   * The query of which the runtime makes all parameters that a resource gets.
   *
   * @param context the request
   * @return the raw query; null where there is none, or parameters may come from elsewhere, too, so
   *     that only {@link #queryParameters} tells
   */
  default @Nullable String servedQuery(ContainerRequestContext context) {
    return ServedPath.queryOf(context);
  }

  /**
   * The parameters of the query as the resource gets them.
   *
   * @param context the request
   * @return how the runtime reads them
   */
  default SentQuery.Reading queryParameters(ContainerRequestContext context) {
    return SentQuery.Reading.of(context.getUriInfo().getQueryParameters());
  }

  /**
   * How a resource gets other fields of a form than were verified.
   *
   * @param context the request
   * @param request the request as it was sent
   * @param entity the form
   * @param charset the charset in which it is verified
   * @param limits how many fields a form may have
   * @return why, and what to change; null where it gets those
   */
  default @Nullable String readOtherwise(
      ContainerRequestContext context,
      RequestSnapshot request,
      ReplayableEntity entity,
      Charset charset,
      Limits limits) {
    return RestEasyForm.readOtherwise(context, request, entity, charset, limits);
  }

  /**
   * The parameters of the query as a layer below has them for whoever asks there, once the entity
   * was read.
   *
   * @param context the request
   * @param length of the entity, in bytes
   * @return how it reads them; null if there is no such layer, or it cannot be asked
   */
  default SentQuery.@Nullable Reading parametersBelow(
      ContainerRequestContext context, long length) {
    return null;
  }

  /**
   * Whether a layer below may read the query in the charset of the body, and cannot be asked.
   *
   * @param context the request
   * @return false where there is none, or {@link #parametersBelow} tells
   */
  default boolean mayReadQueryAsBody(ContainerRequestContext context) {
    return false;
  }

  /**
   * Has a layer below read the query in UTF-8 where the request declares no charset: some take
   * ISO-8859-1 then, so that a header which nobody has signed would decide.
   *
   * @param context the request, its entity read
   */
  default void declareCharset(ContainerRequestContext context) {}

  /**
   * Sees to it that the entity can be read on this thread. Where it cannot, because the thread must
   * not block, the request is suspended, and the calling filter called once more for it when the
   * entity can be read.
   *
   * @param context the request
   * @param buffer takes what arrives meanwhile
   * @return whether the filter is called again, and has nothing more to do until then
   */
  default boolean awaits(ContainerRequestContext context, EntityBuffer buffer) {
    return false;
  }

  /**
   * The names of the parameters that a layer below has already parsed out of the body, where that
   * is known: when the entity then reads as empty, somebody consumed it.
   *
   * @param context the request
   * @return the names in query and body together; empty if this source cannot tell
   */
  default Set<String> parsedParameterNames(ContainerRequestContext context) {
    return Set.of();
  }

  /**
   * Whether nobody has parsed the entity before it was read for the verification, neither the
   * runtime nor a layer below, so that it was sent empty where it reads as empty.
   *
   * @param context the request
   * @return false also where this source cannot tell
   */
  default boolean hasParsedNoBody(ContainerRequestContext context) {
    return ParsedForm.isUnparsed(context);
  }

  /**
   * Where the entities lie that are read for a verifier, together with those that a layer below
   * reads for others.
   *
   * @param context a request
   * @param limits the verifier's
   * @param directory of the verifier's temporary files; null for the platform's
   * @return a storage with these limits
   */
  default EntityStorage storage(
      ContainerRequestContext context, Limits limits, @Nullable Path directory) {
    return new EntityStorage(limits, directory);
  }

  /**
   * Leaves the entity where layers below can hand it out again, if this source knows such a place.
   *
   * @param context the request
   * @param request the request as it was sent
   * @param entity what was read
   * @param form the charset in which it was verified as a form; null where it was not
   * @param limits how many fields a form may have
   */
  default void keep(
      ContainerRequestContext context,
      RequestSnapshot request,
      ReplayableEntity entity,
      @Nullable Charset form,
      Limits limits) {}

  /**
   * Leaves an entity that could not be kept where layers below can hand it out, if this source
   * knows such a place: in report mode, nothing is refused and no byte may be missing.
   *
   * @param context the request
   * @param entity what was read, and then the rest
   */
  default void restore(ContainerRequestContext context, BegunEntity entity) {}

  /**
   * Whether the place where {@link #keep} left the entity frees it when the request is over: a
   * layer below knows that better than JAX-RS, where an answer in pieces looks like many.
   *
   * @param context the request
   * @return whether nobody else has to
   */
  default boolean frees(ContainerRequestContext context) {
    return false;
  }

  /**
   * Lets a request go on to its resource, on a thread where the resource may read its entity.
   *
   * @param context the request, verified
   * @param entity its entity
   */
  default void proceed(ContainerRequestContext context, ReplayableEntity entity) {}

  /**
   * Keeps layers below from reading the rest of an entity that was refused: CXF would do so before
   * it answers, however long the client takes.
   *
   * @param context the request
   */
  default void drop(ContainerRequestContext context) {}

  /**
   * Sends a whole answer itself where the runtime has fixed the headers before a body is written,
   * so that an interceptor that knows all of the body comes too late.
   *
   * @param context the request
   * @param body all of the body
   * @param header the name of the header that has its signature
   * @param signature the value of that header, or null for none
   * @return whether it did; if not, the headers can still be set
   */
  default boolean sends(
      ContainerRequestContext context, byte[] body, String header, @Nullable String signature) {
    return false;
  }

  /**
   * Takes back the headers of an answer that {@link #sends} would send, for another one to take its
   * place.
   *
   * @param context the request
   * @return whether there are any, and the other answer has to come as an exception
   */
  default boolean withdraws(ContainerRequestContext context) {
    return false;
  }

  /**
   * The classes of the applications that may serve a request, where a layer below knows them.
   *
   * @param context the request
   * @return the classes; empty if this source cannot tell
   */
  default List<Class<?>> applications(ContainerRequestContext context) {
    return List.of();
  }

  /**
   * The marked classes that a layer below saw when the application started.
   *
   * @param context the request
   * @return the classes; empty if there is such a layer, and it cannot tell with this request
   */
  default Optional<Set<Class<?>>> marked(ContainerRequestContext context) {
    return Optional.of(Set.of());
  }
}
