package io.github.mgsjaxrs.koogallery.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.scheme.AnswerSigner;
import io.github.mgsjaxrs.internal.scheme.KeyLookup;
import io.github.mgsjaxrs.internal.scheme.RejectionResponse;
import io.github.mgsjaxrs.koogallery.crypto.AccessKey;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answers to rejections as KooGallery reads them: {@code resultCode} and {@code resultMsg}, and
 * {@code Body-Sign} over them. Nothing of the request is in them, so that nobody can have a text of
 * his own signed.
 */
public final class KooGalleryResponse implements RejectionResponse {

  /** The header's name, exactly so. */
  private static final String BODY_SIGN = "Body-Sign";

  private final List<String> keyIds;
  private final KeyLookup keys;
  private final Map<Rejection, byte[]> documents = new EnumMap<>(Rejection.class);

  /**
   * Writes all documents once.
   *
   * @param keyIds the first one that there is signs
   * @param keys where it is found
   * @param details whether they tell why a request was refused
   */
  public KooGalleryResponse(List<String> keyIds, KeyLookup keys, boolean details) {
    this.keyIds = List.copyOf(keyIds);
    this.keys = keys;
    for (Rejection rejection : Rejection.values()) {
      documents.put(rejection, document(ResultCode.of(rejection), details, detail(rejection)));
    }
  }

  /** KooGallery's result codes, as far as rejections have them ("SaaS access guide"). */
  private enum ResultCode {
    AUTHENTICATION("000001", "Authentication failed."),
    PARAMETER("000002", "A parameter is wrong."),
    OTHER("000005", "Other error.");

    private final String code;
    private final String message;

    ResultCode(String code, String message) {
      this.code = code;
      this.message = message;
    }

    static ResultCode of(Rejection rejection) {
      return switch (rejection.status()) {
        case 401 -> AUTHENTICATION;
        case 400, 413 -> PARAMETER;
        default -> OTHER;
      };
    }
  }

  /** What other schemes have in headers, KooGallery has in parameters. */
  private static String detail(Rejection rejection) {
    return switch (rejection) {
      case SIGNATURE_MISSING -> "The signature is missing or empty.";
      case HEADER_MISSING -> "A parameter that enters the signature is missing or empty.";
      case HEADER_REPEATED ->
          "A parameter of the signature, or Content-Type, was sent more than once.";
      case HEADER_TOO_LONG -> "A parameter of the signature is too long.";
      default -> rejection.detail();
    };
  }

  // every text here is a constant of ours without a character that JSON escapes
  private static byte[] document(ResultCode result, boolean details, String detail) {
    String message = details ? detail : result.message;
    return ("{\"resultCode\":\"" + result.code + "\",\"resultMsg\":\"" + message + "\"}")
        .getBytes(UTF_8);
  }

  @Override
  public Response to(Rejection rejection) {
    byte[] document = documents.get(rejection);
    Response.ResponseBuilder response =
        Response.status(rejection.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(document);
    if (rejection.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, Scheme.KOOGALLERY.authentication());
    }
    AccessKey key = signingKey();
    if (key != null && document != null) {
      response.header(BODY_SIGN, bodySign(key, document));
    }
    return response.build();
  }

  @Override
  public @Nullable AnswerSigner signer(Response refusal) {
    String signature = refusal.getHeaderString(BODY_SIGN);
    if (signature == null || !(refusal.getEntity() instanceof byte[] document)) {
      return null;
    }
    // as long as nobody changes its body: no stranger gets a text signed that is not one of ours
    return new BodySign(body -> Arrays.equals(body, document) ? signature : null);
  }

  /** Signs whatever is answered to a request that was verified. */
  public static AnswerSigner signer(AccessKey key) {
    return new BodySign(body -> bodySign(key, body));
  }

  /** Writes the header. */
  private record BodySign(Function<byte[], @Nullable String> value) implements AnswerSigner {

    @Override
    public String headerName() {
      return BODY_SIGN;
    }

    @Override
    public @Nullable String sign(byte[] body) {
      return value.apply(body);
    }
  }

  /** What the header says of a body; the quotation marks are required. */
  private static String bodySign(AccessKey key, byte[] body) {
    return "sign_type=\"HMAC-SHA256\", signature=\"" + key.bodySignature(body) + '"';
  }

  private @Nullable AccessKey signingKey() {
    for (String id : keyIds) {
      try {
        return keys.key(id, Scheme.KOOGALLERY, AccessKey.class);
      } catch (RefusalException notThere) {
        // the next one may be there; without any, there is nothing to sign with
      }
    }
    return null;
  }
}
