package io.github.mgsjaxrs.client;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;

/** Signs an entity in the bytes in which it is sent, before the first of them leaves. */
@Priority(Integer.MIN_VALUE)
final class SigningWriterInterceptor implements WriterInterceptor {

  private final EntitySigner signer;

  SigningWriterInterceptor(EntitySigner signer) {
    this.signer = signer;
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    if (!(context.getProperty(OutgoingRequest.PROPERTY) instanceof ClientRequestContext request)) {
      throw new IllegalStateException(
          "The filter of MgsSigningFilter did not run before its interceptor: register the"
              + " MgsSigningFilter itself");
    }
    OutputStream out = context.getOutputStream();
    KeptEntity entity = new KeptEntity(out);
    context.setOutputStream(entity);
    try {
      context.proceed();
    } finally {
      context.setOutputStream(out);
    }
    String contentType = context.getMediaType() == null ? null : context.getMediaType().toString();
    signer
        .sign(request, contentType, entity.toByteArray())
        .forEach(context.getHeaders()::putSingle);
    entity.pass();
  }
}
