package io.github.mgsjaxrs.conformance.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes an outcome piece by piece, and closes the stream as some writers do. */
@Provider
@Produces("application/json")
public class OutcomeWriter implements MessageBodyWriter<Outcome> {

  /** For the runtime. */
  public OutcomeWriter() {}

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == Outcome.class;
  }

  @Override
  public void writeTo(
      Outcome outcome,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    for (String piece :
        new String[] {
          "{\"resultCode\":\"", outcome.resultCode(), "\",\"resultMsg\":\"", outcome.resultMsg()
        }) {
      out.write(piece.getBytes(UTF_8));
      out.flush();
    }
    out.write('"');
    out.write('}');
    out.close();
  }
}
