package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.Limits;
import io.github.mgsjaxrs.Rejection;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the entities of all running requests lie, and how much of it they may take. */
final class EntityStorage {

  private static final Set<OpenOption> TEMPORARY =
      Set.of(
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          // on POSIX the JDK unlinks the file right after opening it, elsewhere at closing
          StandardOpenOption.DELETE_ON_CLOSE);

  private static final FileAttribute<?>[] OWNER_ONLY = {
    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
  };
  private static final FileAttribute<?>[] UNRESTRICTED = {};

  private static final System.Logger LOG = System.getLogger(EntityStorage.class.getName());

  private final FaultLog faults = new FaultLog(LOG);
  private final Limits limits;
  private final Budget memory;
  private final Budget disk;
  private final Path directory;
  private final FileAttribute<?>[] permissions;
  // an instance of its own, so that its thread ends when the application is undeployed
  private final Cleaner cleaner =
      Cleaner.create(
          task -> {
            Thread thread = new Thread(task, "mgs-entity-cleaner");
            thread.setDaemon(true);
            return thread;
          });

  EntityStorage(Limits limits, @Nullable Path directory) {
    this.limits = limits;
    this.memory = new Budget(limits.totalMemory());
    this.disk = new Budget(limits.totalDisk());
    this.directory =
        directory == null ? Path.of(System.getProperty("java.io.tmpdir", ".")) : directory;
    this.permissions =
        this.directory.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? OWNER_ONLY
            : UNRESTRICTED;
  }

  Limits limits() {
    return limits;
  }

  /** Where it is told that entities cannot be kept. */
  FaultLog faults() {
    return faults;
  }

  Budget memory() {
    return memory;
  }

  Budget disk() {
    return disk;
  }

  Cleaner cleaner() {
    return cleaner;
  }

  /**
   * Tells that bytes which were kept cannot be read again.
   *
   * @param cause why
   * @return the refusal of the request that they belong to
   */
  RefusalException unreadable(IOException cause) {
    faults.met(
        "A kept entity cannot be read again, the request is answered 503: did anything delete or"
            + " cut files in mgs.temp-dir?",
        cause);
    return new RefusalException(Rejection.UNAVAILABLE, "a kept entity cannot be read again");
  }

  FileChannel openTemporary() throws IOException {
    Path file = directory.resolve("mgs-" + UUID.randomUUID() + ".entity");
    return FileChannel.open(file, TEMPORARY, permissions);
  }
}
