package io.github.mgsjaxrs.internal.slices;

import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.apigateway.internal.ApiGatewaySlice;
import io.github.mgsjaxrs.backend.internal.BackendSlice;
import io.github.mgsjaxrs.internal.scheme.SchemeSlice;
import io.github.mgsjaxrs.koogallery.internal.KooGallerySlice;
import io.github.mgsjaxrs.rpc.internal.RpcSlice;
import io.github.mgsjaxrs.settings.SchemeSettings;
import java.util.stream.Stream;

/** Where each scheme's slice is. */
public final class SchemeSlices {

  private SchemeSlices() {}

  /**
   * The slice of a scheme as it is shipped. There is no default and no lookup of services, so that
   * a scheme without one does not compile.
   */
  public static SchemeSlice of(Scheme scheme) {
    return switch (scheme) {
      case BACKEND -> new BackendSlice();
      case RPC -> new RpcSlice();
      case KOOGALLERY -> new KooGallerySlice();
      case API_GATEWAY -> new ApiGatewaySlice();
    };
  }

  /**
   * The slice of a scheme with settings.
   *
   * @throws IllegalArgumentException if they are another class than the scheme's own
   */
  public static SchemeSlice of(SchemeSettings settings) {
    return of(settings.scheme()).with(settings);
  }

  /** All of them as they are shipped, in the order of the schemes. */
  public static Stream<SchemeSlice> all() {
    return Stream.of(Scheme.values()).map(SchemeSlices::of);
  }
}
