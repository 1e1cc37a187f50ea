package io.github.mgsjaxrs.client;

import jakarta.ws.rs.client.ClientRequestContext;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entities that the client of Quarkus REST sends past all interceptors, which sign entities. */
final class QuarkusRestEntity {

  private static final String CLIENT = "org.jboss.resteasy.reactive.client.";
  private static final Set<String> IN_PIECES =
      Set.of(CLIENT + "impl.multipart.QuarkusMultipartForm", "io.smallrye.mutiny.Multi");

  private QuarkusRestEntity() {}

  /**
   * Puts a file's bytes in the place of the file, and refuses what has no bytes before it leaves.
   */
  static void lead(ClientRequestContext context) throws IOException {
    Object entity = context.getEntity();
    if (entity == null || !context.getClass().getName().startsWith(CLIENT)) {
      return;
    }
    Path file = entity instanceof File named ? named.toPath() : null;
    if (entity instanceof Path path) {
      file = path;
    }
    if (file != null) {
      context.setEntity(
          Files.readAllBytes(file), context.getEntityAnnotations(), context.getMediaType());
    } else if (isInPieces(entity.getClass())) {
      throw new IllegalStateException(
          "Quarkus REST sends a "
              + entity.getClass().getSimpleName()
              + " past all interceptors, so it cannot be signed: send its bytes or an InputStream,"
              + " or take another client");
    }
  }

  private static boolean isInPieces(@Nullable Class<?> type) {
    if (type == null) {
      return false;
    }
    if (IN_PIECES.contains(type.getName()) || isInPieces(type.getSuperclass())) {
      return true;
    }
    for (Class<?> face : type.getInterfaces()) {
      if (isInPieces(face)) {
        return true;
      }
    }
    return false;
  }
}
