package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.VerifiedCaller;
import io.github.mgsjaxrs.conformance.matrix.resources.Fingerprint;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Methods on virtual threads, each answering the caller's key id and what it got. */
@Path("virtual")
@MgsSigned
@RunOnVirtualThread
public class VirtualWay {

  @Inject @Nullable VerifiedCaller caller;

  /** For the runtime. */
  public VirtualWay() {}

  private String answer(String got) {
    String where = Thread.currentThread().isVirtual() ? "" : "on " + Thread.currentThread() + " ";
    return where + Objects.requireNonNull(caller, "injected").keyId() + " " + got;
  }

  /**
   * Takes bytes.
   *
   * @param body the body
   * @return what came
   */
  @POST
  @Path("bytes")
  public String bytes(byte[] body) {
    return answer(Fingerprint.of(body));
  }

  /**
   * Takes a stream.
   *
   * @param body the body
   * @return what came
   */
  @POST
  @Path("stream")
  public String stream(InputStream body) {
    return answer(Fingerprint.of(body));
  }

  /**
   * Takes a form.
   *
   * @param name the values
   * @return what came
   */
  @POST
  @Path("form")
  public String form(@RestForm List<String> name) {
    return answer(String.join("\n", name));
  }
}
