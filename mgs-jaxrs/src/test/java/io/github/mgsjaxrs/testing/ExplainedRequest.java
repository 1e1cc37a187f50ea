package io.github.mgsjaxrs.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.mgsjaxrs.settings.SettingSource;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request that somebody signed in a wrong way, and what has to be said of it.
 *
 * @param name in which way
 * @param settings the verifier's settings
 * @param method the request's method
 * @param target the request's target
 * @param contentType the request's type, or null
 * @param body the request's body
 * @param keyId the key header
 * @param signature the signature header
 * @param code of the rejection
 * @param setting what mends it, or null
 * @param sentence a part of the sentence that names the cause
 */
public record ExplainedRequest(
    String name,
    Map<String, String> settings,
    String method,
    String target,
    @Nullable String contentType,
    byte[] body,
    String keyId,
    String signature,
    int code,
    @Nullable String setting,
    String sentence) {

  /** The same with other settings of the verifier. */
  public ExplainedRequest withSettings(Map<String, String> others) {
    return new ExplainedRequest(
        name, others, method, target, contentType, body, keyId, signature, code, setting, sentence);
  }

  /** The settings as the library reads them. */
  public SettingSource source() {
    return new SettingSource() {
      @Override
      public Set<String> names() {
        return settings.keySet();
      }

      @Override
      public @Nullable String value(String name) {
        return settings.get(name);
      }
    };
  }

  /** The request as it stands on the wire. */
  public byte[] raw() {
    StringBuilder head =
        new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: backend.example\r\n")
            .append("X-Mgs-Proxy-Signature: " + signature + "\r\n")
            .append("X-Mgs-Proxy-Signature-Secret-Key: " + keyId + "\r\n");
    if (contentType != null) {
      head.append("Content-Type: " + contentType + "\r\n");
    }
    if (body.length > 0) {
      head.append("Content-Length: " + body.length + "\r\n");
    }
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    raw.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
    raw.writeBytes(body);
    return raw.toByteArray();
  }

  @Override
  public String toString() {
    return name;
  }
}
