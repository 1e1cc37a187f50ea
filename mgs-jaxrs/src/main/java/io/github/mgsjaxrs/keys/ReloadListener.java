package io.github.mgsjaxrs.keys;

/**
 * Is told what came of each reload, for health checks and metrics.
 *
 * <p>Called by the thread that reloads: return quickly. What a listener throws is logged and
 * changes nothing.
 */
public interface ReloadListener {

  /** Listens to nothing. */
  ReloadListener NONE =
      new ReloadListener() {
        @Override
        public void reloaded(KeySet keys) {}

        @Override
        public void failed(Exception cause) {}
      };

  /**
   * Changed files were read, and their keys are in force.
   *
   * @param keys the keys from now on
   */
  void reloaded(KeySet keys);

  /**
   * Changed files could not be read; the keys of before stay in force. Told at every failed look,
   * so that a health check may count.
   *
   * @param cause why
   */
  void failed(Exception cause);
}
