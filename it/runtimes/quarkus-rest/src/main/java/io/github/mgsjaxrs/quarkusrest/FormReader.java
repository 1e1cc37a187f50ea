package io.github.mgsjaxrs.quarkusrest;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@link Form} entities, for which Quarkus REST has no reader: without this they are 415. */
@Provider
public class FormReader implements MessageBodyReader<Form> {

  @SuppressWarnings("unchecked") // class literals know no type arguments
  private static final Class<MultivaluedMap<String, String>> FIELDS =
      (Class<MultivaluedMap<String, String>>) (Class<?>) MultivaluedMap.class;

  private static final Type FIELDS_TYPE =
      new GenericType<MultivaluedMap<String, String>>() {}.getType();

  @Context @Nullable Providers providers;

  /** For the runtime. */
  public FormReader() {}

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == Form.class;
  }

  @Override
  public Form readFrom(
      Class<Form> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream entity)
      throws IOException {
    return new Form(
        Objects.requireNonNull(providers, "injected")
            .getMessageBodyReader(FIELDS, FIELDS_TYPE, annotations, mediaType)
            .readFrom(FIELDS, FIELDS_TYPE, annotations, mediaType, headers, entity));
  }
}
