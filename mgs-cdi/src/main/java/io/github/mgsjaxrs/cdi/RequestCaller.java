package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.VerifiedCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @Inject VerifiedCaller} injects: the caller of the current request.
 *
 * <p>Its methods throw {@link IllegalStateException} in a request that was not verified, because
 * its resource is not protected or {@code mgs.mode} is {@code report}.
 */
// not of type Principal: that bean is the container's
@RequestScoped
@Typed({VerifiedCaller.class, RequestCaller.class})
public class RequestCaller implements VerifiedCaller {

  private @Nullable VerifiedCaller caller;

  /** Called by the container. */
  public RequestCaller() {}

  /**
   * Takes the caller of the current request. Public, as a proxy passes on public methods alone
   * everywhere.
   *
   * @param verified whose signature was right
   */
  public void verified(VerifiedCaller verified) {
    this.caller = verified;
  }

  @Override
  public String keyId() {
    return present().keyId();
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return present().algorithm();
  }

  private VerifiedCaller present() {
    if (caller == null) {
      throw new IllegalStateException(
          "The current request was not verified: its resource is neither @MgsSigned nor under"
              + " mgs.protect, or mgs.mode is report");
    }
    return caller;
  }

  /** The key id, or that the request was not verified. */
  @Override
  public String toString() {
    return caller == null ? "not verified" : caller.keyId();
  }
}
