package io.github.mgsjaxrs.conformance.echo;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.MgsRpcSigned;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** One operation at {@code /rpc-operation}, and all others refused there. */
@Path("rpc-operation")
@MgsRpcSigned(operationTypes = RpcOperationEcho.OPERATION, coverage = Coverage.STRICT)
public class RpcOperationEcho extends Echo {

  /** The operation that is answered. */
  public static final String OPERATION = "suite.named";

  /** Resources are created for each request. */
  public RpcOperationEcho() {
    super(RpcEcho.NAME);
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
