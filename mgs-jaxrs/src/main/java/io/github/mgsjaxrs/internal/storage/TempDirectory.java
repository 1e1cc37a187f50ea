package io.github.mgsjaxrs.internal.storage;

import io.github.mgsjaxrs.MgsConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Checks the directory for large bodies at start, when an operator still looks. */
public final class TempDirectory {

  private TempDirectory() {}

  public static @Nullable Path checked(@Nullable Path directory) {
    if (directory != null && !(Files.isDirectory(directory) && Files.isWritable(directory))) {
      throw new MgsConfigurationException(
          "The directory for temporary files, '"
              + directory
              + "', is none that this process can write to: create it, or set another");
    }
    return directory;
  }
}
