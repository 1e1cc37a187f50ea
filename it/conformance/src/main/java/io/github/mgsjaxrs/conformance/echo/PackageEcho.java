package io.github.mgsjaxrs.conformance.echo;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.offline.VerifiedPackage;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The paths {@code /packages/open} and {@code /packages/signed}, which take offline packages. */
@Path("packages")
@Consumes("application/zip")
@Produces("text/plain")
public class PackageEcho {

  /** What is remembered of a call. */
  public static final String NAME = "package";

  /**
   * Takes a package from anybody.
   *
   * @param site what was sent
   * @param ticket of the request
   * @return the name of its tar, and what {@link #crc} says of it
   * @throws IOException if it cannot be read
   */
  @POST
  @Path("open")
  public String open(VerifiedPackage site, @HeaderParam(EchoCalls.TICKET) @Nullable String ticket)
      throws IOException {
    EchoCalls.remember(ticket == null ? "" : ticket, NAME);
    try (InputStream tar = site.open(site.tar())) {
      return site.tar() + " " + crc(tar.readAllBytes());
    }
  }

  /**
   * Takes a package that the gateway forwards.
   *
   * @param site what was sent
   * @param ticket of the request
   * @return as {@link #open}
   * @throws IOException if it cannot be read
   */
  @POST
  @Path("signed")
  @MgsSigned
  public String signed(VerifiedPackage site, @HeaderParam(EchoCalls.TICKET) @Nullable String ticket)
      throws IOException {
    return open(site, ticket);
  }

  /**
   * What two contents have in common only if they are the same, or somebody tried.
   *
   * @param content the content
   * @return length and CRC-32
   */
  public static String crc(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return content.length + " " + crc.getValue();
  }
}
