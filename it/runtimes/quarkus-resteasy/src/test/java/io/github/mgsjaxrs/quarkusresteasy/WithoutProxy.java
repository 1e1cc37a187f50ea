package io.github.mgsjaxrs.quarkusresteasy;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Quarkus believes no header of a proxy, as it is by default. */
public class WithoutProxy implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.http.proxy.proxy-address-forwarding", "false",
        "quarkus.http.proxy.allow-x-forwarded", "false",
        "quarkus.http.proxy.enable-forwarded-host", "false");
  }
}
