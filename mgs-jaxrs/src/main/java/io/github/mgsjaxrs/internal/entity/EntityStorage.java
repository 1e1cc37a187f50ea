package io.github.mgsjaxrs.internal.entity;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.internal.log.FaultLog;
import io.github.mgsjaxrs.internal.storage.Budget;
import io.github.mgsjaxrs.internal.storage.TemporaryFiles;
import io.github.mgsjaxrs.settings.Limits;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the entities of all running requests lie, and how much of it they may take. */
public final class EntityStorage {

  private static final System.Logger LOG = System.getLogger(EntityStorage.class.getName());

  private final FaultLog faults = new FaultLog(LOG);
  private final Limits limits;
  private final Budget memory;
  private final Budget disk;
  private final TemporaryFiles files;
  private final Cleaner cleaner;

  public EntityStorage(Limits limits, @Nullable Path directory) {
    this(limits, directory, TemporaryFiles.cleaner());
  }

  /**
   * Where entities lie.
   *
   * @param limits what they may take
   * @param directory of temporary files; null for the platform's
   * @param cleaner for what was forgotten; it has a thread, so that not everybody should have one
   */
  public EntityStorage(Limits limits, @Nullable Path directory, Cleaner cleaner) {
    this.limits = limits;
    this.cleaner = cleaner;
    this.memory = new Budget(limits.totalMemory());
    this.disk = new Budget(limits.totalDisk());
    this.files = new TemporaryFiles(directory);
  }

  public Limits limits() {
    return limits;
  }

  /** Where it is told that entities cannot be kept. */
  public FaultLog faults() {
    return faults;
  }

  public Budget memory() {
    return memory;
  }

  public Budget disk() {
    return disk;
  }

  public Cleaner cleaner() {
    return cleaner;
  }

  /**
   * Tells that bytes which were kept cannot be read again.
   *
   * @param cause why
   * @return the refusal of the request that they belong to
   */
  public RefusalException unreadable(IOException cause) {
    faults.met(
        "A kept entity cannot be read again, the request is answered 503: did anything delete or"
            + " cut files in mgs.temp-dir?",
        cause);
    return new RefusalException(Rejection.UNAVAILABLE, "a kept entity cannot be read again");
  }

  public FileChannel openTemporary() throws IOException {
    return files.open("entity");
  }
}
