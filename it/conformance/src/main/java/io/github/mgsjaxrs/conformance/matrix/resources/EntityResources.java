package io.github.mgsjaxrs.conformance.matrix.resources;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.MgsSigned;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes an entity in every way that Jakarta REST offers, and answers its fingerprint. */
public final class EntityResources {

  private EntityResources() {}

  /** Bodies that are no form. */
  @Path("matrix/entity")
  @MgsSigned
  @Produces(MediaType.TEXT_PLAIN)
  public static class Bodies {
    @POST
    @Path("string")
    public String string(@HeaderParam(Reached.TICKET) String ticket, String body) {
      Reached.by(ticket);
      return Fingerprint.of(body.getBytes(UTF_8));
    }

    @POST
    @Path("bytes")
    public String bytes(@HeaderParam(Reached.TICKET) String ticket, byte[] body) {
      Reached.by(ticket);
      return Fingerprint.of(body);
    }

    @POST
    @Path("stream")
    public String stream(@HeaderParam(Reached.TICKET) String ticket, InputStream body) {
      Reached.by(ticket);
      return Fingerprint.of(body);
    }

    @POST
    @Path("reader")
    public String reader(@HeaderParam(Reached.TICKET) String ticket, Reader body) {
      Reached.by(ticket);
      StringWriter text = new StringWriter();
      try {
        body.transferTo(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Fingerprint.of(text.toString().getBytes(UTF_8));
    }

    @POST
    @Path("stage")
    public CompletionStage<String> stage(@HeaderParam(Reached.TICKET) String ticket, byte[] body) {
      Reached.by(ticket);
      return CompletableFuture.supplyAsync(() -> Fingerprint.of(body));
    }

    @POST
    @Path("suspended")
    public void suspended(
        @HeaderParam(Reached.TICKET) String ticket,
        byte[] body,
        @Suspended AsyncResponse response) {
      Reached.by(ticket);
      CompletableFuture.runAsync(() -> response.resume(Fingerprint.of(body)));
    }

    @POST
    @Path("streaming")
    public StreamingOutput streaming(@HeaderParam(Reached.TICKET) String ticket, InputStream body) {
      Reached.by(ticket);
      // the request is read only while the answer is being written
      return out -> out.write(Fingerprint.of(body).getBytes(UTF_8));
    }

    @POST
    @Path("ignored")
    public String ignored(@HeaderParam(Reached.TICKET) String ticket) {
      return Reached.by(ticket);
    }

    @GET
    @Path("get")
    public String get(@HeaderParam(Reached.TICKET) String ticket, InputStream body) {
      Reached.by(ticket);
      return Fingerprint.of(body);
    }
  }

  /** Forms. */
  @Path("matrix/forms")
  @MgsSigned
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces("text/plain;charset=UTF-8")
  public static class Forms {
    @POST
    @Path("map")
    public String map(
        @HeaderParam(Reached.TICKET) String ticket, MultivaluedMap<String, String> form) {
      Reached.by(ticket);
      return Fingerprint.of(form.getOrDefault("name", List.of()));
    }

    @POST
    @Path("form")
    public String form(@HeaderParam(Reached.TICKET) String ticket, Form form) {
      Reached.by(ticket);
      return Fingerprint.of(form.asMap().getOrDefault("name", List.of()));
    }

    @POST
    @Path("param")
    public String param(
        @HeaderParam(Reached.TICKET) String ticket, @FormParam("name") List<String> name) {
      Reached.by(ticket);
      return Fingerprint.of(name);
    }

    /** Some runtimes read the form for it before it can be verified. */
    @Path("located")
    public Located located(@FormParam("name") List<String> name) {
      return new Located(name);
    }

    /** Has fields of the form from its locator. */
    public static final class Located {
      private final List<String> name;

      Located(List<String> name) {
        this.name = name;
      }

      @POST
      public String post(@HeaderParam(Reached.TICKET) String ticket) {
        Reached.by(ticket);
        return Fingerprint.of(name == null ? List.of() : name);
      }
    }

    @POST
    @Path("param-stage")
    public CompletionStage<String> stage(
        @HeaderParam(Reached.TICKET) String ticket, @FormParam("name") List<String> name) {
      Reached.by(ticket);
      return CompletableFuture.completedStage(Fingerprint.of(name));
    }

    @POST
    @Path("param-suspended")
    public void suspended(
        @HeaderParam(Reached.TICKET) String ticket,
        @FormParam("name") List<String> name,
        @Suspended AsyncResponse response) {
      Reached.by(ticket);
      response.resume(Fingerprint.of(name));
    }

    @POST
    @Path("bytes")
    public String bytes(@HeaderParam(Reached.TICKET) String ticket, byte[] body) {
      Reached.by(ticket);
      return Fingerprint.of(body);
    }
  }

  /** Without any mark: what is not protected works as it would without the library. */
  @Path("matrix/open-entity")
  @Produces("text/plain;charset=UTF-8")
  public static class OpenEntities {
    @POST
    @Path("stream")
    public String stream(@HeaderParam(Reached.TICKET) String ticket, InputStream body) {
      Reached.by(ticket);
      return Fingerprint.of(body);
    }

    @POST
    @Path("param")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String param(
        @HeaderParam(Reached.TICKET) String ticket, @FormParam("name") List<String> name) {
      Reached.by(ticket);
      return Fingerprint.of(name);
    }
  }
}
