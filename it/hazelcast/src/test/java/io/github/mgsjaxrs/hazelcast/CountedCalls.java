package io.github.mgsjaxrs.hazelcast;

import io.github.mgsjaxrs.KooGallerySigned;
import io.github.mgsjaxrs.MgsRpcSigned;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Resources that count how often they were reached. */
final class CountedCalls {

  private static final AtomicInteger SERVED = new AtomicInteger();

  private CountedCalls() {}

  static int served() {
    return SERVED.get();
  }

  /** What the marketplace calls. */
  @Path("koogallery")
  @KooGallerySigned
  public static class KooGallery {

    /** Resources are created for each request. */
    public KooGallery() {}

    /**
     * Counts.
     *
     * @param body what was sent
     * @return success
     */
    @POST
    public String post(String body) {
      SERVED.incrementAndGet();
      return "{\"resultCode\":\"000000\",\"resultMsg\":\"success.\"}";
    }
  }

  /** What a client calls. */
  @Path("mgw.htm")
  @MgsRpcSigned(operationTypes = "orders.place")
  public static class Rpc {

    /** Resources are created for each request. */
    public Rpc() {}

    /**
     * Counts.
     *
     * @param body what was sent
     * @return success
     */
    @POST
    public String post(String body) {
      SERVED.incrementAndGet();
      return "{}";
    }
  }
}
