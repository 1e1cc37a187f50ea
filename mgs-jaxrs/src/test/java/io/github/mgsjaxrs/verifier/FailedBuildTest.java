package io.github.mgsjaxrs.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.keys.KeyDefinition;
import io.github.mgsjaxrs.keys.ReloadingKeys;
import io.github.mgsjaxrs.replay.ReplayScope;
import io.github.mgsjaxrs.replay.ReplaySettings;
import io.github.mgsjaxrs.replay.ReplaySettings.WhenUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Isolated, as it counts threads that other tests start, too. */
@Isolated
class FailedBuildTest {

  private static final ReplaySettings GUARDED =
      new ReplaySettings(Set.of(ReplayScope.RPC), WhenUnavailable.REFUSE, null, null, "replay");

  /** The public key of GM/T 0003.5-2012, annex A. */
  private static final String KEY =
      "0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
          + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";

  @Test
  void leavesNoThreadBehindWhateverWentWrong(@TempDir Path directory) throws Exception {
    String file = Files.writeString(directory.resolve("key.txt"), KEY).toString();
    long before = reloadThreads();
    for (Throwable wrong :
        new Throwable[] {
          new IllegalStateException("no cluster"), new NoClassDefFoundError("no cache")
        }) {
      MgsVerifierBuilder builder =
          MgsVerifier.builder()
              .key(new KeyDefinition("k", SignatureAlgorithm.SM2, null, null, null, file))
              .replay(GUARDED)
              .replayGuards(
                  (settings, windows) -> {
                    // the thread is there by now
                    assertThat(reloadThreads()).isEqualTo(before + 1);
                    if (wrong instanceof Error error) {
                      throw error;
                    }
                    throw (RuntimeException) wrong;
                  });
      assertThatThrownBy(builder::build).isSameAs(wrong);
      for (int i = 0; i < 100 && reloadThreads() > before; i++) {
        Thread.sleep(50);
      }
      assertThat(reloadThreads()).isEqualTo(before);
    }
  }

  private static long reloadThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(ReloadingKeys.THREAD_NAME))
        .count();
  }
}
