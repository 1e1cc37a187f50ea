package io.github.mgsjaxrs.conformance.matrix.resources;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.MgsSigned;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Takes forms in every way, alone and beside {@code @FormParam}, and answers what it read, a line
 * for each: {@code fields}, {@code params} (of a and b alone) or {@code text}, escaped.
 */
@Path("matrix/form-readers")
@MgsSigned
@Produces("text/plain;charset=UTF-8")
public class FormReaders {

  /** Resources are created for each request. */
  public FormReaders() {}

  @POST
  @Path("map")
  public String map(
      @HeaderParam(Reached.TICKET) String ticket, MultivaluedMap<String, String> form) {
    Reached.by(ticket);
    return fields(form);
  }

  @POST
  @Path("form")
  public String form(@HeaderParam(Reached.TICKET) String ticket, Form form) {
    Reached.by(ticket);
    return fields(form.asMap());
  }

  @POST
  @Path("string")
  public String string(@HeaderParam(Reached.TICKET) String ticket, String form) {
    Reached.by(ticket);
    return text(form);
  }

  @POST
  @Path("reader")
  public String reader(@HeaderParam(Reached.TICKET) String ticket, Reader form) {
    Reached.by(ticket);
    StringWriter text = new StringWriter();
    try {
      form.transferTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text(text.toString());
  }

  @POST
  @Path("param")
  public String param(
      @HeaderParam(Reached.TICKET) String ticket,
      @FormParam("a") List<String> a,
      @FormParam("b") List<String> b) {
    Reached.by(ticket);
    return params(a, b);
  }

  private static String fields(Map<String, List<String>> form) {
    return "fields " + escaped(form);
  }

  private static String params(List<String> a, List<String> b) {
    return "params " + escaped(Map.of("a", a, "b", b));
  }

  private static String text(String text) {
    return "text " + URLEncoder.encode(text, UTF_8);
  }

  /**
   * Fields in one order.
   *
   * @param form the values of each name
   * @return without what has no name, as runtimes differ in that, and nobody can ask for it by name
   */
  public static String escaped(Map<String, List<String>> form) {
    StringJoiner text = new StringJoiner("&");
    new TreeMap<>(form)
        .forEach(
            (name, values) -> {
              if (!name.isEmpty()) {
                values.forEach(
                    value ->
                        text.add(
                            URLEncoder.encode(name, UTF_8)
                                + "="
                                + URLEncoder.encode(value == null ? "" : value, UTF_8)));
              }
            });
    return text.toString();
  }

  /** Not on Quarkus REST, which refuses such methods when it builds. */
  @Path("matrix/form-readers-beside")
  @MgsSigned
  @Produces("text/plain;charset=UTF-8")
  public static class BesideParams {

    /** Resources are created for each request. */
    public BesideParams() {}

    @POST
    @Path("param-map")
    public String paramAndMap(
        @HeaderParam(Reached.TICKET) String ticket,
        @FormParam("a") List<String> a,
        @FormParam("b") List<String> b,
        MultivaluedMap<String, String> form) {
      Reached.by(ticket);
      return params(a, b) + "\n" + fields(form);
    }

    @POST
    @Path("param-form")
    public String paramAndForm(
        @HeaderParam(Reached.TICKET) String ticket,
        @FormParam("a") List<String> a,
        @FormParam("b") List<String> b,
        Form form) {
      Reached.by(ticket);
      return params(a, b) + "\n" + fields(form.asMap());
    }

    @POST
    @Path("param-string")
    public String paramAndString(
        @HeaderParam(Reached.TICKET) String ticket,
        @FormParam("a") List<String> a,
        @FormParam("b") List<String> b,
        String form) {
      Reached.by(ticket);
      return params(a, b) + "\n" + text(form);
    }

    @POST
    @Path("param-stream")
    public String paramAndStream(
        @HeaderParam(Reached.TICKET) String ticket,
        @FormParam("a") List<String> a,
        @FormParam("b") List<String> b,
        InputStream form) {
      Reached.by(ticket);
      try {
        return params(a, b) + "\n" + text(new String(form.readAllBytes(), UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
