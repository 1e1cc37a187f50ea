package io.github.mgsjaxrs.benchmark.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.benchmark.NaiveUrl;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.binary.Hex;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * What a reader of the gateway's documentation would write: for each request the whole body into an
 * array, its MD5, the string to sign, the key from its text, a new {@code Signature}.
 */
final class DocumentedFilter implements ContainerRequestFilter {

  private static final Provider BC = new BouncyCastleProvider();

  private final String publicKey;

  DocumentedFilter(String publicKey) {
    this.publicKey = publicKey;
  }

  @Override
  public void filter(ContainerRequestContext context) throws IOException {
    byte[] body = context.getEntityStream().readAllBytes();
    context.setEntityStream(new ByteArrayInputStream(body));
    URI uri = context.getUriInfo().getRequestUri();
    try {
      String contentMd5 = Base64.encodeBase64String(MessageDigest.getInstance("MD5").digest(body));
      String url = NaiveUrl.of(uri.getRawPath(), uri.getRawQuery());
      String text = context.getMethod() + "\n" + contentMd5 + "\n" + url;
      if (!verify(text, context.getHeaderString("X-Mgs-Proxy-Signature"))) {
        context.abortWith(Response.status(Response.Status.UNAUTHORIZED).build());
      }
    } catch (GeneralSecurityException | DecoderException e) {
      context.abortWith(Response.status(Response.Status.UNAUTHORIZED).build());
    }
  }

  private boolean verify(String text, String header)
      throws GeneralSecurityException, DecoderException {
    PublicKey key =
        KeyFactory.getInstance("EC", BC)
            .generatePublic(new X509EncodedKeySpec(Base64.decodeBase64(publicKey)));
    Signature signature = Signature.getInstance("SM3withSM2", BC);
    signature.initVerify(key);
    signature.update(text.getBytes(UTF_8));
    return signature.verify(Hex.decodeHex(header));
  }
}
