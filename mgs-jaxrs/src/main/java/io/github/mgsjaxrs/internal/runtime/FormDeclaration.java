package io.github.mgsjaxrs.internal.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The charset of a form as its Content-Type tells it to whoever reads the form after the
 * verification: the one that it was verified in.
 */
public final class FormDeclaration {

  private FormDeclaration() {}

  /**
   * The Content-Type that has a form read as it was verified.
   *
   * @param sent the one that was sent
   * @param verified the charset in which the form was verified
   * @return another one; null where the sent one does
   */
  public static @Nullable String of(@Nullable String sent, Charset verified) {
    try {
      return tells(sent == null ? null : MediaType.valueOf(sent), verified) ? null : text(verified);
    } catch (IllegalArgumentException malformed) {
      return text(verified);
    }
  }

  /**
   * Has the resource read a form as it was verified.
   *
   * @param context the request
   * @param verified the charset in which the form was verified
   * @throws RefusalException if the runtime goes on to tell another one
   */
  public static void make(ContainerRequestContext context, Charset verified)
      throws RefusalException {
    if (tells(context.getMediaType(), verified)) {
      return;
    }
    if (isRead(context)) {
      throw new RefusalException(
          Rejection.NOT_COVERED,
          "the form was verified in "
              + verified
              + ", by mgs.canonical.charset, and a locator has read it in another charset before:"
              + " take its fields in the method, or have the gateway's client declare the charset");
    }
    try {
      context.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, text(verified));
    } catch (UnsupportedOperationException fixed) {
      // what it tells is looked at once more
    }
    if (!tells(context.getMediaType(), verified)) {
      throw new RefusalException(
          Rejection.NOT_COVERED,
          "the form was verified in "
              + verified
              + ", by mgs.canonical.charset, and this runtime would have the resource read it in"
              + " another charset: the gateway's client has to declare it");
    }
  }

  private static boolean isRead(ContainerRequestContext context) throws RefusalException {
    try {
      return RestEasyForm.parsed(context) != null;
    } catch (MgsConfigurationException untold) {
      throw new RefusalException(Rejection.UNAVAILABLE, String.valueOf(untold.getMessage()));
    }
  }

  private static String text(Charset verified) {
    return MediaType.APPLICATION_FORM_URLENCODED + ";charset=" + verified.name();
  }

  /** Without a word of it, everybody takes UTF-8. */
  private static boolean tells(@Nullable MediaType type, Charset verified) {
    String declared = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
    try {
      return verified.equals(declared == null ? UTF_8 : Charset.forName(declared));
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }
}
