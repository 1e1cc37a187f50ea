package io.github.mgsjaxrs.jersey.undeploy;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.conformance.echo.SignedEcho;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.vectors.Vectors;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.keys.KeyDefinition;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.spi.AbstractContainerLifecycleListener;
import org.glassfish.jersey.server.spi.Container;

/** An application as it is deployed: its verifier reloads a key file, and is closed with it. */
public class UndeployedApplication extends ResourceConfig {

  /** The system property that names the file with the public key of SM2. */
  static final String SM2_FILE = "undeploy.sm2.file";

  /** For the runtime. */
  public UndeployedApplication() {
    MgsVerifier verifier = verifier();
    register(SignedEcho.class);
    register(new MgsFeature(verifier));
    register(
        new AbstractContainerLifecycleListener() {
          @Override
          public void onShutdown(Container container) {
            verifier.close();
          }
        });
  }

  private static MgsVerifier verifier() {
    MgsVerifierBuilder builder =
        MgsVerifier.builder().limits(Limits.defaults().withMemory(64 * Limits.KIB));
    for (GatewayKey key : Vectors.load().keys()) {
      SignatureAlgorithm algorithm = SignatureAlgorithm.valueOf(key.algorithm());
      switch (algorithm) {
        case MD5, SM3 -> builder.salt(key.id(), algorithm, key.requiredSalt());
        case RSA -> builder.publicKey(key.id(), algorithm, key.requiredPublicKey());
        case SM2 ->
            builder.key(
                new KeyDefinition(
                    key.id(), algorithm, null, null, null, System.getProperty(SM2_FILE)));
        default -> throw new AssertionError(algorithm + " has no vectors");
      }
    }
    return builder.build();
  }
}
