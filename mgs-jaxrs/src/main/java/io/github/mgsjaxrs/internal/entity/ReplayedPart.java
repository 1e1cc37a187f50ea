package io.github.mgsjaxrs.internal.entity;

import io.github.mgsjaxrs.internal.request.HeaderParameters;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One part of a kept {@code multipart/form-data} entity; its content can be read any number of
 * times.
 */
public final class ReplayedPart implements Part {

  private final ReplayableEntity entity;
  private final SortedMap<String, List<String>> headers;
  private final HeaderParameters disposition;
  private final long from;
  private final long to;

  /**
   * A part.
   *
   * @param entity what it lies in
   * @param headers by name, in an order that ignores case
   * @param from where its content begins
   * @param to where its content has ended
   */
  public ReplayedPart(
      ReplayableEntity entity, SortedMap<String, List<String>> headers, long from, long to) {
    this.entity = entity;
    this.headers = headers;
    this.from = from;
    this.to = to;
    this.disposition = HeaderParameters.of(getHeader("Content-Disposition"));
  }

  @Override
  public InputStream getInputStream() {
    return new ReplayStream(entity, from, to);
  }

  @Override
  public @Nullable String getContentType() {
    return getHeader("Content-Type");
  }

  @Override
  public @Nullable String getName() {
    return disposition.get("name");
  }

  @Override
  public @Nullable String getSubmittedFileName() {
    return disposition.get("filename");
  }

  @Override
  public long getSize() {
    return to - from;
  }

  @Override
  public void write(String fileName) throws IOException {
    Path file = Path.of(fileName);
    if (!file.isAbsolute()) {
      throw new IOException(
          "A part of a verified request does not know the folder of the servlet's"
              + " @MultipartConfig: give an absolute path, or copy getInputStream().");
    }
    try (InputStream content = getInputStream()) {
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void delete() {
    // it is freed together with the entity that it lies in
  }

  @Override
  public @Nullable String getHeader(String name) {
    List<String> values = headers.get(name);
    return values == null ? null : values.get(0);
  }

  @Override
  public Collection<String> getHeaders(String name) {
    return Collections.unmodifiableList(headers.getOrDefault(name, List.of()));
  }

  @Override
  public Collection<String> getHeaderNames() {
    return Collections.unmodifiableSet(headers.keySet());
  }
}
