package io.github.mgsjaxrs.conformance.echo;

import io.github.mgsjaxrs.ApiGatewaySigned;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;

/** What API Gateway is asked beside {@code ApiGatewayEcho}. */
public final class ApiGatewayEchoes {

  /** The header that {@code /apigw-required} asks for. */
  public static final String REQUIRED = "X-User";

  /** The pattern of the paths that are protected by settings alone. */
  public static final String SCOPE = "/apigw-scope/*";

  private ApiGatewayEchoes() {}

  /**
   * The settings that protect them.
   *
   * @return names and values
   */
  public static Map<String, String> settings() {
    return Map.of("mgs.protect.\"" + SCOPE + "\".scheme", "apigateway");
  }

  /** The path of the published example. */
  @Path("demo/uri")
  @ApiGatewaySigned
  public static class Published extends Echo {

    /** Resources are created for each request. */
    public Published() {
      super(ApiGatewayEcho.NAME);
    }

    /**
     * Answers POST.
     *
     * @param body the body, read to its end
     * @return what was seen
     */
    @POST
    public Response post(InputStream body) {
      return with(body);
    }
  }

  /** For requests alone whose signature covers a header. */
  @Path("apigw-required")
  @ApiGatewaySigned(requiredHeaders = REQUIRED)
  public static class Requiring extends Echo {

    /** Resources are created for each request. */
    public Requiring() {
      super(ApiGatewayEcho.NAME);
    }

    /**
     * Answers POST.
     *
     * @param body the body, read to its end
     * @return what was seen
     */
    @POST
    public Response post(InputStream body) {
      return with(body);
    }
  }

  /** Without a mark, but below a path that the settings protect. */
  @Path("apigw-scope{any: (/.*)?}")
  public static class Scoped extends Echo {

    /** Resources are created for each request. */
    public Scoped() {
      super(ApiGatewayEcho.NAME);
    }

    /**
     * Answers GET.
     *
     * @return what was seen
     */
    @GET
    public Response get() {
      return withoutEntity();
    }

    /**
     * Answers POST.
     *
     * @param body the body, read to its end
     * @return what was seen
     */
    @POST
    public Response post(InputStream body) {
      return with(body);
    }
  }
}
