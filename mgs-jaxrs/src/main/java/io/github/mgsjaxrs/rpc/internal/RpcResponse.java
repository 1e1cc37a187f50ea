package io.github.mgsjaxrs.rpc.internal;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.internal.scheme.ProblemResponse;
import io.github.mgsjaxrs.internal.scheme.RejectionResponse;
import jakarta.ws.rs.core.Response;

/** Problem documents, with the headers in which clients of the gateway look for the outcome. */
final class RpcResponse implements RejectionResponse {

  private static final String RESULT_STATUS = "Result-Status";
  private static final String TIPS = "Tips";

  private final ProblemResponse problems;
  private final boolean details;

  /**
   * Answers to calls.
   *
   * @param details whether they tell why a call was refused
   */
  RpcResponse(boolean details) {
    this.problems = new ProblemResponse(Scheme.RPC, details);
    this.details = details;
  }

  @Override
  public Response to(Rejection rejection) {
    Response.ResponseBuilder response = problems.begun(rejection);
    if (details) {
      rejection
          .code()
          .ifPresent(code -> response.header(RESULT_STATUS, code).header(TIPS, rejection.detail()));
    }
    return response.build();
  }
}
