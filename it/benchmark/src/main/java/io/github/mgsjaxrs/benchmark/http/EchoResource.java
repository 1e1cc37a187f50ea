package io.github.mgsjaxrs.benchmark.http;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * Answers length and CRC-32 of the entity that it got, so that every answer can be checked: a
 * checksum that costs the processor next to nothing.
 */
@Path("/")
@Produces("text/plain")
public class EchoResource {

  private static final int PIECE = 8 * 1024;

  /**
   * Takes the entity as most resources do.
   *
   * @param entity all of it
   * @return length and checksum
   */
  @POST
  @Path("echo")
  public String whole(byte[] entity) {
    CRC32 checksum = new CRC32();
    checksum.update(entity);
    return answer(entity.length, checksum);
  }

  /**
   * Takes the entity as one array, and one parameter, for which the runtime reads all of the query.
   *
   * @param parameter the first one of each query
   * @param entity all of it
   * @return length and checksum
   */
  @POST
  @Path("parameter")
  public String withParameter(@QueryParam("p11") String parameter, byte[] entity) {
    if (parameter == null) {
      throw new BadRequestException();
    }
    return whole(entity);
  }

  /**
   * Takes the entity piece by piece, so that the resource needs no more memory for a large one.
   *
   * @param entity a stream
   * @return length and checksum
   * @throws IOException if it cannot be read
   */
  @POST
  @Path("stream")
  public String streamed(InputStream entity) throws IOException {
    CRC32 checksum = new CRC32();
    byte[] piece = new byte[PIECE];
    long length = 0;
    for (int read = entity.read(piece); read >= 0; read = entity.read(piece)) {
      checksum.update(piece, 0, read);
      length += read;
    }
    return answer(length, checksum);
  }

  static String answer(long length, CRC32 checksum) {
    return length + " " + checksum.getValue();
  }
}
