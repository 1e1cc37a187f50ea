package io.github.mgsjaxrs.conformance.answer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.mgsjaxrs.KooGallerySigned;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/** One method for every way to fail. */
@Path("koo-failures")
@KooGallerySigned
@Produces("text/plain")
public class SignedFailures {

  /** Resources are created for each request. */
  public SignedFailures() {}

  /** What {@link OutOfStockMapper} answers. */
  public static final class OutOfStock extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Maps an exception to an answer. */
  @Provider
  public static class OutOfStockMapper implements ExceptionMapper<OutOfStock> {
    @Override
    public Response toResponse(OutOfStock exception) {
      return Response.status(409).type("application/json").entity("{\"stock\":0}").build();
    }
  }

  /**
   * An answer that is thrown.
   *
   * @return never
   */
  @GET
  @Path("thrown")
  public String thrown() {
    throw new WebApplicationException(
        Response.status(418).type("text/plain").entity("a teapot").build());
  }

  /**
   * A status that is thrown.
   *
   * @return never
   */
  @GET
  @Path("thrown-empty")
  public String thrownEmpty() {
    throw new NotFoundException();
  }

  /**
   * An exception that is mapped.
   *
   * @return never
   */
  @GET
  @Path("mapped")
  public String mapped() {
    throw new OutOfStock();
  }

  /**
   * An exception that nobody maps.
   *
   * @return never
   */
  @GET
  @Path("unmapped")
  public String unmapped() {
    throw new IllegalStateException("on purpose");
  }

  /**
   * Fails when the first bytes are written.
   *
   * @return what fails
   */
  @GET
  @Path("half")
  public StreamingOutput half() {
    return out -> {
      out.write("the first half".getBytes(US_ASCII));
      out.flush();
      throw new OutOfStock();
    };
  }

  /**
   * Fails when the first bytes are written, as a broken disk would.
   *
   * @return what fails
   */
  @GET
  @Path("half-io")
  public StreamingOutput halfByDisk() {
    return out -> {
      out.write("the first half".getBytes(US_ASCII));
      out.flush();
      throw new IOException("on purpose");
    };
  }
}
