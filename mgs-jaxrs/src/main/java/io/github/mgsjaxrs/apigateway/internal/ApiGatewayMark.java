package io.github.mgsjaxrs.apigateway.internal;

import io.github.mgsjaxrs.ApiGatewaySigned;
import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.apigateway.ApiGatewaySettings;
import io.github.mgsjaxrs.internal.scheme.MarkMeaning;
import io.github.mgsjaxrs.internal.scheme.NeededHeaders;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import java.util.List;
import java.util.Set;

/** What {@link ApiGatewaySigned} asks for. */
public final class ApiGatewayMark implements MarkMeaning<ApiGatewaySigned> {

  @Override
  public Scheme scheme() {
    return Scheme.API_GATEWAY;
  }

  @Override
  public Class<ApiGatewaySigned> type() {
    return ApiGatewaySigned.class;
  }

  @Override
  public Requirement requirement(ApiGatewaySigned mark) {
    Requirement asked =
        Requirement.ofKeys(Scheme.API_GATEWAY, Set.copyOf(List.of(mark.keys())), mark.coverage());
    try {
      Set<String> required = ApiGatewaySettings.names(List.of(mark.requiredHeaders()));
      return asked.needing(NeededHeaders.ofRequired(required));
    } catch (MgsConfigurationException wrong) {
      return asked.and(Requirement.ofUntold(wrong));
    }
  }
}
