package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.MgsConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * Where there is no class file at run time, but a native image: reflection shows there only what
 * was asked for when the image was built, and a mark that it does not show would leave its resource
 * open without a word. Nobody has proven yet that all marks are seen, so nothing is verified there.
 */
final class NativeImage {

  /** What GraalVM tells of the code that runs; not set on a JVM. */
  static final String PROPERTY = "org.graalvm.nativeimage.imagecode";

  /** A JVM that is watched for what an image will need: reflection is whole there. */
  private static final String WATCHED_JVM = "agent";

  private NativeImage() {}

  /**
   * Refuses a native image, also while it is built.
   *
   * @param imageCode the value of {@link #PROPERTY}, or null
   * @throws MgsConfigurationException if it is one
   */
  static void refuse(@Nullable String imageCode) {
    if (imageCode != null && !imageCode.equals(WATCHED_JVM)) {
      throw new MgsConfigurationException(
          "This is a native image ("
              + PROPERTY
              + " is "
              + imageCode
              + "), where it was not proven that the annotations of all resources are seen, so that"
              + " marked resources could be open: run the application on a JVM");
    }
  }
}
