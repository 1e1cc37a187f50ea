package io.github.mgsjaxrs.internal.runtime.servlet;

import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.FormParameters;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.storage.Budget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one form for whoever asks the servlet request for them. Before the form was settled
 * it is a stranger's, and its fields are within the limits of all requests as long as the request
 * lasts.
 */
public final class ServletFormFields {

  /** What the text of all fields takes when it is parsed, in bytes for each byte. */
  private static final int TEXT = 2;

  /** What a field takes besides its text: objects for name, value, list and entry. */
  private static final int FIELD = 256;

  private final Supplier<EntityStorage> storages;
  private @Nullable Budget budget;
  private long reserved;

  public ServletFormFields(Supplier<EntityStorage> storages) {
    this.storages = storages;
  }

  /**
   * Parses a form.
   *
   * @param form all of it
   * @param charset of its escapes
   * @param settled whether it was verified, or is served without in report mode
   * @return its fields, or null where they would take too much
   */
  public @Nullable Map<String, List<String>> of(
      ReplayableEntity form, Charset charset, boolean settled) {
    EntityStorage storage = storages.get();
    if (settled) {
      return FormParameters.of(form, charset, storage.limits());
    }
    long parsing = FormParameters.FACTOR * form.length();
    if (!reserve(storage, parsing)) {
      return null;
    }
    try {
      long fields = FormParameters.count(form.bytes());
      return fields <= FormParameters.most(storage.limits())
              && reserve(storage, TEXT * form.length() + FIELD * fields)
          ? FormParameters.of(form, charset, storage.limits())
          : null;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      giveBack(parsing);
    }
  }

  private boolean reserve(EntityStorage storage, long bytes) {
    if (storage.memory().reserve(bytes)) {
      budget = storage.memory();
      reserved += bytes;
      return true;
    }
    storage
        .faults()
        .met(
            "The fields of a form are left out for whoever asks before it is verified, as"
                + " mgs.limits.total-memory is reached: raise it, or lower mgs.limits.body",
            null);
    return false;
  }

  /** The request is over. */
  public void release() {
    giveBack(reserved);
  }

  private void giveBack(long bytes) {
    if (budget != null) {
      budget.release(bytes);
      reserved -= bytes;
    }
  }
}
