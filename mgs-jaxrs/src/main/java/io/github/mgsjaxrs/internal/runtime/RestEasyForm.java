package io.github.mgsjaxrs.internal.runtime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.internal.entity.FormParameters;
import io.github.mgsjaxrs.internal.entity.ReplayStream;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.entity.SourcedStream;
import io.github.mgsjaxrs.internal.request.QueryNames;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.settings.Limits;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A form that RESTEasy has parsed for {@code @FormParam}. For an entity behind such a parameter it
 * writes the form anew, and leaves the escapes out: {@code a=x%26b%3D9} becomes a field b.
 */
public final class RestEasyForm {

  private static final String RESTEASY = "org.jboss.resteasy.";
  private static final String SERVLET = ".servlet.";
  private static final String QUARKUS_REST = RESTEASY + "reactive.";

  private final Class<?> shape;
  private final Object request;

  private RestEasyForm(Class<?> shape, Object request) {
    this.shape = shape;
    this.request = request;
  }

  /**
   * Has {@code @FormParam} read a form as it was verified, behind all filters: without servlets,
   * RESTEasy decodes the escapes of every form in UTF-8, and reads none behind an entity.
   *
   * <p>What a filter of the application has put in the form's place is left to it.
   *
   * @param context the request
   * @param verified what was verified
   * @param charset the charset in which it was verified
   * @param limits how many parameters there may be
   * @throws MgsConfigurationException if this version of RESTEasy does not tell
   */
  public static void read(
      ContainerRequestContext context, ReplayableEntity verified, Charset charset, Limits limits) {
    if (!isRestEasy(context)) {
      return;
    }
    try {
      RestEasyForm form = current(context);
      if (form.request.getClass().getName().contains(SERVLET)
          || !isOf((InputStream) form.call("getInputStream"), verified)) {
        return;
      }
      requireForm(context, charset);
      if (charset.equals(UTF_8)) {
        form.call("getFormParameters");
      } else {
        form.write(FormParameters.of(verified, charset, limits));
      }
      context.setEntityStream(verified.replay());
    } catch (ReflectiveOperationException | LinkageError untold) {
      throw untold(untold);
    }
  }

  /** RESTEasy takes a blank in front of the semicolon for a part of the type. */
  private static void requireForm(ContainerRequestContext context, Charset charset) {
    if (!MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(context.getMediaType())) {
      context
          .getHeaders()
          .putSingle(
              HttpHeaders.CONTENT_TYPE,
              MediaType.APPLICATION_FORM_URLENCODED + ";charset=" + charset.name());
    }
  }

  /** Into what it has read, and decodes once it is asked for a field. */
  private void write(@Nullable Map<String, List<String>> fields)
      throws ReflectiveOperationException {
    MultivaluedMap<String, String> escaped = map("getFormParameters");
    escaped.clear();
    if (fields != null) {
      fields.forEach(
          (name, values) ->
              values.forEach(
                  value ->
                      escaped.add(
                          URLEncoder.encode(name, UTF_8), URLEncoder.encode(value, UTF_8))));
    }
  }

  /**
   * The form of the current request.
   *
   * @param context the runtime's context of a request or of its entity
   * @return null on other runtimes, and where RESTEasy has parsed no form
   * @throws MgsConfigurationException if this version of RESTEasy does not tell
   */
  public static @Nullable RestEasyForm parsed(Object context) {
    if (!isRestEasy(context)) {
      return null;
    }
    try {
      RestEasyForm form = current(context);
      return Boolean.TRUE.equals(form.call("formParametersRead")) ? form : null;
    } catch (ReflectiveOperationException | LinkageError untold) {
      throw untold(untold);
    }
  }

  /**
   * How {@code @FormParam} of a locator or field has got other fields than were verified: RESTEasy
   * reads those before any filter runs, in whatever charset it takes the form for.
   *
   * @param context the request
   * @param request the request as it was sent
   * @param verified the form
   * @param charset the charset in which it was verified
   * @param limits how many fields there may be
   * @return why, and what to change; null on other runtimes, and where the fields are the same
   */
  public static @Nullable String readOtherwise(
      ContainerRequestContext context,
      RequestSnapshot request,
      ReplayableEntity verified,
      Charset charset,
      Limits limits) {
    try {
      RestEasyForm form = parsed(context);
      Map<String, List<String>> fields = FormParameters.of(verified, charset, limits);
      return form == null || form.has(fields, QueryNames.of(request.target().query()))
          ? null
          : "a locator or a field has read the form before it was verified, and otherwise than in "
              + charset
              + ", by an encoding that a servlet filter has set, say: take its fields in the method";
    } catch (MgsConfigurationException | ReflectiveOperationException untold) {
      return String.valueOf(untold.getMessage());
    }
  }

  /** But for names that are in the query, too: of these, values are the same in both. */
  private boolean has(@Nullable Map<String, List<String>> fields, Set<String> inQuery)
      throws ReflectiveOperationException {
    if (fields == null) {
      return false;
    }
    MultivaluedMap<String, String> read = map("getDecodedFormParameters");
    Set<String> names = new HashSet<>(fields.keySet());
    names.addAll(read.keySet());
    names.removeAll(inQuery);
    return names.stream().allMatch(name -> Objects.equals(fields.get(name), read.get(name)));
  }

  private static boolean isRestEasy(Object context) {
    String name = context.getClass().getName();
    return name.startsWith(RESTEASY) && !name.startsWith(QUARKUS_REST);
  }

  private static RestEasyForm current(Object context) throws ReflectiveOperationException {
    ClassLoader loader = context.getClass().getClassLoader();
    Class<?> shape = Class.forName(RESTEASY + "spi.HttpRequest", false, loader);
    Method data =
        Class.forName(RESTEASY + "core.ResteasyContext", true, loader)
            .getMethod("getContextData", Class.class);
    return new RestEasyForm(shape, Reflection.present(data.invoke(null, shape), "request"));
  }

  /**
   * The form again, from its beginning.
   *
   * @param verified what was verified
   * @param charset the charset in which it was verified
   * @return its very bytes; where a filter of the application has put another entity in its place,
   *     the fields that RESTEasy found there, with their escapes
   */
  public InputStream again(ReplayableEntity verified, Charset charset) {
    try {
      InputStream read = (InputStream) call("getInputStream");
      return isOf(read, verified)
          ? verified.replay()
          : new ByteArrayInputStream(
              text(map("getDecodedFormParameters"), charset).getBytes(US_ASCII));
    } catch (ReflectiveOperationException | LinkageError untold) {
      throw untold(untold);
    }
  }

  private static boolean isOf(@Nullable InputStream read, ReplayableEntity verified) {
    InputStream source = read instanceof SourcedStream sourced ? sourced.source() : read;
    return source instanceof ReplayStream replay && replay.isOf(verified);
  }

  @SuppressWarnings("unchecked") // as RESTEasy declares it
  private MultivaluedMap<String, String> map(String method) throws ReflectiveOperationException {
    return (MultivaluedMap<String, String>) Reflection.present(call(method), "form");
  }

  private static String text(MultivaluedMap<String, String> fields, Charset charset) {
    StringJoiner text = new StringJoiner("&");
    fields.forEach(
        (name, values) ->
            values.forEach(
                value ->
                    text.add(
                        URLEncoder.encode(name, charset)
                            + "="
                            + URLEncoder.encode(value, charset))));
    return text.toString();
  }

  private @Nullable Object call(String method) throws ReflectiveOperationException {
    return shape.getMethod(method).invoke(request);
  }

  private static MgsConfigurationException untold(Throwable cause) {
    return new MgsConfigurationException(
        "This version of RESTEasy does not tell which form it has parsed ("
            + cause
            + "): use a version that the documentation of mgs-jaxrs names",
        cause);
  }
}
