package io.github.mgsjaxrs.internal.runtime.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.internal.entity.BegunEntity;
import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.EntityHolder;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.FormParameters;
import io.github.mgsjaxrs.internal.entity.MultipartEntity;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayStream;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.runtime.FormDeclaration;
import io.github.mgsjaxrs.request.ContentType;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request whose entity can be read more than once: by whoever asks for form parameters first, by
 * the verification, and by the resource.
 *
 * <p>Some runtimes take {@code @FormParam} from {@code getParameter} or {@code getParts}; some
 * filters call them before any resource is matched. All would otherwise see fields that were not
 * verified, or none.
 */
public final class ServletEntityRequest extends HttpServletRequestWrapper implements EntityHolder {

  private final Supplier<EntityStorage> storage;
  private final ServletFormFields fields;
  private final boolean form;
  private final boolean multipart;
  private @Nullable ServletEntityStream stream;
  private @Nullable BufferedReader reader;
  private @Nullable ReplayableEntity entity;
  private @Nullable ReplayableEntity owned;
  private @Nullable Charset verifiedAs;
  private @Nullable String contentType;
  private boolean settled;
  private boolean leftOut;
  private boolean askedBefore;
  private @Nullable Map<String, String[]> parameters;
  private @Nullable List<Part> parts;

  public ServletEntityRequest(HttpServletRequest request, Supplier<EntityStorage> storage) {
    super(request);
    this.storage = storage;
    this.fields = new ServletFormFields(storage);
    ContentType type = ContentType.of(request.getContentType());
    this.form = type.isForm();
    this.multipart = type.isFormData();
  }

  @Override
  public void keep(ReplayableEntity kept, @Nullable Charset verified) {
    entity = kept;
    settled = true;
    if (verified != null) {
      verifiedAs = verified;
      contentType = FormDeclaration.of(super.getContentType(), verified);
      parameters = null;
    }
    if (leftOut) {
      // now they are not a stranger's any more
      parameters = null;
    }
    if (form || multipart) {
      // a runtime closes the stream after form parameters, and the resource may still ask for them
      kept.outlastStreams();
    }
    reader = null;
    readFrom(new ReplayStream(kept));
  }

  @Override
  public void restore(BegunEntity begun) {
    ServletEntityStream known = stream;
    if (known != null) {
      begun.inPlaceOf(known.source());
    }
    reader = null;
    readFrom(begun);
  }

  @Override
  public void drop() {
    readFrom(InputStream.nullInputStream());
  }

  /** Whether nobody got a byte of the entity. */
  public boolean isUnread() {
    return stream == null || stream.isUnread();
  }

  /**
   * Whether somebody has had the container make parameters of the query in a charset of its own,
   * before the request was verified.
   */
  boolean askedBefore() {
    return askedBefore;
  }

  private void notedAsked() {
    askedBefore |= !settled && !UTF_8.name().equalsIgnoreCase(getCharacterEncoding());
  }

  private void readFrom(InputStream in) {
    if (stream == null) {
      stream = new ServletEntityStream(in);
    } else {
      stream.readFrom(in);
    }
  }

  /** Frees all that was kept: the request is over. */
  public void release() {
    fields.release();
    if (owned != null) {
      owned.close();
    }
    if (entity != null) {
      entity.close();
    }
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    ServletEntityStream known = stream;
    if (known == null) {
      known = new ServletEntityStream(super.getInputStream());
      stream = known;
    }
    return known;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    BufferedReader known = reader;
    if (known == null) {
      // the container's own would keep everybody else from the stream
      known = new BufferedReader(new InputStreamReader(getInputStream(), charsetOfText()));
      reader = known;
    }
    return known;
  }

  /** A filter may have set another one, which nobody has signed. */
  @Override
  public @Nullable String getCharacterEncoding() {
    return verifiedAs == null ? super.getCharacterEncoding() : verifiedAs.name();
  }

  @Override
  public @Nullable String getContentType() {
    return contentType == null ? super.getContentType() : contentType;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return contentType != null && HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name)
        ? contentType
        : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return contentType != null && HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name)
        ? Collections.enumeration(List.of(contentType))
        : super.getHeaders(name);
  }

  /** As a container takes it where nothing is declared (Jakarta Servlet, section 3.12). */
  private Charset charsetOfText() throws UnsupportedEncodingException {
    String encoding = getCharacterEncoding();
    if (form || encoding == null) {
      return form ? charset() : ISO_8859_1;
    }
    try {
      return Charset.forName(encoding);
    } catch (IllegalArgumentException unknown) {
      throw new UnsupportedEncodingException(encoding);
    }
  }

  private Charset charset() {
    String encoding = getCharacterEncoding();
    try {
      return encoding == null ? UTF_8 : Charset.forName(encoding);
    } catch (IllegalArgumentException unknown) {
      return UTF_8; // whoever asks before the request is refused for it
    }
  }

  @Override
  public @Nullable String getParameter(String name) {
    if (!form) {
      notedAsked();
      return super.getParameter(name);
    }
    String[] values = parameters().get(name);
    return values == null ? null : values[0];
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    if (form) {
      return Collections.unmodifiableMap(parameters());
    }
    notedAsked();
    return super.getParameterMap();
  }

  @Override
  public Enumeration<String> getParameterNames() {
    if (form) {
      return Collections.enumeration(parameters().keySet());
    }
    notedAsked();
    return super.getParameterNames();
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    if (!form) {
      notedAsked();
      return super.getParameterValues(name);
    }
    String[] values = parameters().get(name);
    return values == null ? null : values.clone();
  }

  @Override
  public Collection<Part> getParts() throws IOException, ServletException {
    ReplayableEntity kept = entity;
    if (!multipart || kept == null) {
      notedAsked();
      return super.getParts();
    }
    List<Part> known = parts;
    if (known == null) {
      // the container would find nothing to read any more
      known = List.copyOf(MultipartEntity.parts(kept, super.getContentType()));
      parts = known;
    }
    return known;
  }

  @Override
  public @Nullable Part getPart(String name) throws IOException, ServletException {
    if (!multipart || entity == null) {
      notedAsked();
      return super.getPart(name);
    }
    for (Part part : getParts()) {
      if (name.equals(part.getName())) {
        return part;
      }
    }
    return null;
  }

  private Map<String, String[]> parameters() {
    Map<String, String[]> known = parameters;
    if (known == null) {
      Map<String, List<String>> ofForm = fields(wholeEntity());
      // the entity is read, so that the container finds the query's parameters alone; some
      // containers decode these in the charset of the form
      Map<String, String[]> ofQuery =
          verifiedAs == null
              ? super.getParameterMap()
              : FormParameters.ofQuery(super.getQueryString());
      known = FormParameters.merged(ofQuery, ofForm);
      parameters = known;
    }
    return known;
  }

  private Map<String, List<String>> fields(@Nullable ReplayableEntity whole) {
    Map<String, List<String>> found = whole == null ? null : fields.of(whole, charset(), settled);
    leftOut = found == null;
    return found == null ? Map.of() : found;
  }

  /** The entity, read now if nobody has read it yet; null if it cannot be kept. */
  private @Nullable ReplayableEntity wholeEntity() {
    if (entity != null) {
      return entity;
    }
    try {
      InputStream in = getInputStream();
      try (EntityBuffer buffer = new EntityBuffer(storage.get(), getContentLengthLong(), null)) {
        return buffered(buffer, in);
      }
    } catch (IOException broken) {
      return null;
    }
  }

  private @Nullable ReplayableEntity buffered(EntityBuffer buffer, InputStream in) {
    InputStream rest = in instanceof ServletEntityStream known ? known.source() : in;
    try {
      buffer.admit();
      buffer.readFrom(rest);
      ReplayableEntity whole = buffer.finish();
      owned = whole;
      entity = whole;
      readFrom(new ReplayStream(whole));
      return whole;
    } catch (RefusalException refusal) {
      System.getLogger(ServletEntityRequest.class.getName())
          .log(
              System.Logger.Level.DEBUG,
              () -> "The fields of a form are left out: " + refusal.rejected().reason());
      return restored(buffer, rest);
    }
  }

  /** Nobody gets fields of a form that is too large, but its bytes are still all there. */
  private @Nullable ReplayableEntity restored(EntityBuffer buffer, InputStream rest) {
    ReplayableEntity part = buffer.finish();
    owned = part;
    readFrom(new SequenceInputStream(new ReplayStream(part), rest));
    return null;
  }
}
