package io.github.mgsjaxrs.offline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;

/**
 * A package whose files are all signed by the key, and nothing besides: what has no signature of
 * its own ({@code SIGN.json}, {@code CERT.json}) cannot be had here.
 *
 * <pre>{@code
 * @POST
 * @Path("packages")
 * @Consumes("application/zip")
 * public void publish(VerifiedPackage site) throws IOException {
 *   try (InputStream tar = site.open(site.tar())) {
 *     Files.copy(tar, releases.resolve(site.tar()));
 *   }
 * }
 * }</pre>
 *
 * <p>It reads the copy that was verified, a temporary file that has no name any more on most
 * platforms. A package that came with a request is closed when its response is written; {@link
 * #keepOpen()} leaves that to the application. Any other is the caller's to close. May be read by
 * several threads; one that is interrupted while it reads closes it for all.
 *
 * <p>What the tar contains is signed, but was not looked at: whoever unpacks it takes care of its
 * paths and links. A signature covers the bytes of one file, neither its name nor the files beside
 * it nor a time: an older package verifies again, and so does an older tar beside a newer manifest.
 */
public final class VerifiedPackage implements PackageVerdict, AutoCloseable {

  private final SpooledPackage bytes;
  private final Map<String, EntryPlace> signed;
  private final String tar;
  private volatile boolean kept;

  VerifiedPackage(SpooledPackage bytes, Map<String, EntryPlace> signed, String tar) {
    this.bytes = bytes;
    this.signed = signed;
    this.tar = tar;
  }

  @Override
  public PackageOutcome outcome() {
    return PackageOutcome.SUCCESS;
  }

  /**
   * The names of all signed files.
   *
   * @return top-level names, in the order in which they lie in the package
   */
  public Set<String> names() {
    return signed.keySet();
  }

  /**
   * The name of the one tar file, which holds the site.
   *
   * @return a name that ends with {@code .tar}
   */
  public String tar() {
    return tar;
  }

  /**
   * How long a file is.
   *
   * @param name one of {@link #names()}
   * @return bytes
   * @throws IllegalArgumentException if there is no such signed file
   */
  public long size(String name) {
    return place(name).size();
  }

  /**
   * Opens a file.
   *
   * @param name one of {@link #names()}
   * @return its content; to be closed
   * @throws IllegalArgumentException if there is no such signed file
   */
  public InputStream open(String name) {
    return new EntryStream(bytes, place(name));
  }

  /**
   * Writes a file's content.
   *
   * @param name one of {@link #names()}
   * @param out where to; neither flushed nor closed
   * @throws IllegalArgumentException if there is no such signed file
   * @throws IOException if the package was closed, or it cannot be written
   */
  public void transferTo(String name, OutputStream out) throws IOException {
    try (InputStream content = open(name)) {
      content.transferTo(out);
    }
  }

  private EntryPlace place(String name) {
    EntryPlace place = signed.get(name);
    if (place == null) {
      throw new IllegalArgumentException(
          "The package has no signed file of that name: it has " + signed.keySet());
    }
    return place;
  }

  /**
   * Keeps a package that came with a request past the end of its response, for work that goes on;
   * whoever calls it closes the package.
   *
   * @return this package
   */
  public VerifiedPackage keepOpen() {
    kept = true;
    return this;
  }

  /**
   * Whether {@link #keepOpen} was called, so that the end of a response does not close it.
   *
   * @return true once it was
   */
  public boolean isKeptOpen() {
    return kept;
  }

  /** Frees the temporary file; a second time does nothing. */
  @Override
  public void close() {
    bytes.close();
  }

  /** The names, no content. */
  @Override
  public String toString() {
    return "VerifiedPackage" + signed.keySet();
  }
}
