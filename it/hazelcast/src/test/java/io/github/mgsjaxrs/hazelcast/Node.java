package io.github.mgsjaxrs.hazelcast;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.replay.ReplayScope;
import io.github.mgsjaxrs.replay.ReplaySettings;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.io.PrintStream;
import java.net.URI;
import java.util.Set;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/**
 * A node of the cluster: Jersey, and the member that the JCache provider starts by itself. What it
 * is told in words it answers in words.
 */
public final class Node {

  // the one that the class path tells is of a client, which waits for a cluster of others
  private static final String MEMBER = "com.hazelcast.cache.HazelcastMemberCachingProvider";

  private Node() {}

  /**
   * Starts the node and obeys what stands in the standard input, until that ends.
   *
   * @param none nothing
   * @throws Exception if it cannot start
   */
  public static void main(String[] none) throws Exception {
    PrintStream out = System.out;
    try (MgsVerifier verifier =
        MgsVerifier.builder()
            .secret("koogallery", SignatureAlgorithm.KOOGALLERY, TwoNodesTest.ACCESS_KEY)
            .secret("app", SignatureAlgorithm.RPC_HMAC_SHA1, TwoNodesTest.SECRET)
            .replay(
                ReplaySettings.DEFAULT
                    .withGuarded(Set.of(ReplayScope.KOOGALLERY_V2, ReplayScope.RPC))
                    .withProvider(MEMBER))
            .build()) {
      HttpServer server =
          GrizzlyHttpServerFactory.createHttpServer(
              URI.create("http://127.0.0.1:0/"),
              new ResourceConfig(CountedCalls.KooGallery.class, CountedCalls.Rpc.class)
                  .register(new MgsFeature(verifier)),
              false);
      server.start();
      out.println("member " + member().getCluster().getLocalMember().getAddress().getPort());
      out.println("listens " + server.getListeners().iterator().next().getPort());
      for (int word = System.in.read(); word >= 0; word = System.in.read()) {
        switch (word) {
          case 'm' -> out.println("members " + member().getCluster().getMembers().size());
          case 's' -> out.println("served " + CountedCalls.served());
          case 'l' -> {
            member().shutdown();
            out.println("left");
          }
          default -> {}
        }
      }
      server.shutdownNow();
    }
    // nothing of the cluster goes on once the verifier is closed
    out.println("closed, members in this process: " + Hazelcast.getAllHazelcastInstances().size());
  }

  private static HazelcastInstance member() {
    return Hazelcast.getAllHazelcastInstances().iterator().next();
  }
}
